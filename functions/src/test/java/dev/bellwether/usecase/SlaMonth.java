package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Observation;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.usecase.port.TimerQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/// Thirty days in virtual time, drawn by a seed.
final class SlaMonth {
  private static final Instant BEGIN = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(30);
  private static final Instant OUTAGE = BEGIN.plus(Duration.ofDays(10));
  private static final Instant OUTAGE_END = OUTAGE.plus(Duration.ofHours(1));
  private static final Set<TriggerType> NONE = Set.of(TriggerType.SCHEDULE);

  /// What becomes of timers.
  enum Timers {
    DOUBLED,
    LOST
  }

  private record Turn(Instant at, long order, Runnable deed) {}

  private record Sent(Event event, Instant arrives) {}

  private final Random random;
  private final Timers fate;
  private final SortedClockStore store = new SortedClockStore();
  private final List<Violation> raised = new ArrayList<>();
  private final Map<ClockId, List<Sent>> sent = new LinkedHashMap<>();
  private final PriorityQueue<Turn> turns =
      new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingLong(Turn::order));
  private final TimerQueue timers = this::arm;
  private final RaiseLevel raiseLevel = new RaiseLevel(store, timers, raised::add);
  private final ObserveClocks observe =
      new ObserveClocks(store, timers, now -> Policies.STANDARD, ended -> {});
  private final CheckSlas checkSlas = new CheckSlas(store, timers, raiseLevel);
  private Instant now = BEGIN;
  private long order;

  SlaMonth(long seed, int subjects, Timers fate) {
    this.random = new Random(seed);
    this.fate = fate;
    for (int i = 0; i < subjects; i++) {
      script(i);
    }
    for (var at = BEGIN.plusSeconds(77); at.isBefore(end()); at = at.plusSeconds(300)) {
      turn(at, this::sweep);
    }
  }

  /// Counts the items that a sweep touches, with so many clocks open and so many of them due.
  static long readsOfASweep(int open, int due) {
    var month = new SlaMonth(1, 0, Timers.LOST);
    for (int i = 0; i < open; i++) {
      var started = i < due ? BEGIN.minusSeconds(700) : BEGIN.plusSeconds(3_600);
      var event =
          event("workflow_run.requested", "build#" + i, started, "build_started_at", started);
      month.store.create(
          Observation.of(event, Policies.STANDARD).orElseThrow().opened(Policies.STANDARD));
    }
    month.store.reads = 0;
    month.checkSlas.at(BEGIN);
    return month.store.reads;
  }

  SlaMonth live() {
    for (var next = turns.poll(); next != null; next = turns.poll()) {
      now = next.at();
      next.deed().run();
    }
    return this;
  }

  List<Violation> raised() {
    return raised;
  }

  /// Every clock as it is in truth, once all is known.
  Collection<Clock> clocks() {
    return sent.keySet().stream().map(id -> truthAt(id, Instant.MAX)).toList();
  }

  /// A clock by all that had arrived by then.
  Clock truthAt(ClockId id, Instant known) {
    Clock clock = null;
    for (var one : sent.getOrDefault(id, List.of())) {
      if (!one.arrives().isAfter(known)) {
        var seen = Observation.of(one.event(), Policies.STANDARD).orElseThrow();
        clock =
            clock == null ? seen.opened(Policies.STANDARD) : seen.addedTo(clock, Policies.STANDARD);
      }
    }
    if (clock == null) {
      throw new AssertionError("nothing is known of " + id);
    }
    return clock;
  }

  /// Tells whether all that had happened to a clock by then had arrived by then.
  boolean knewAllAt(ClockId id, Instant at) {
    return sent.getOrDefault(id, List.of()).stream()
        .filter(one -> !one.event().occurredAt().isAfter(at))
        .noneMatch(one -> one.arrives().isAfter(at));
  }

  boolean isInOutage(Instant at) {
    return !at.isBefore(OUTAGE) && at.isBefore(OUTAGE_END);
  }

  private static Instant end() {
    return BEGIN.plus(LENGTH).plus(Duration.ofHours(3));
  }

  private void script(int number) {
    var start = BEGIN.plusSeconds(random.nextLong(LENGTH.toSeconds()));
    switch (random.nextInt(4)) {
      case 0 -> pullRequest(number, start);
      case 1 -> run("workflow_run", "build#" + number, "build", start);
      case 2 -> run("workflow_job", "job#" + number, "job", start);
      default -> run("deployment", "deployment#" + number, "deployment", start);
    }
  }

  private void pullRequest(int number, Instant start) {
    var subject = "pr#" + number;
    var at = start;
    send(event("pull_request.opened", subject, at, "draft", false));
    for (int pause = random.nextInt(3); pause > 0; pause--) {
      at = at.plusSeconds(random.nextInt(1, 400));
      var isDraft = random.nextBoolean();
      send(
          isDraft
              ? event("pull_request.converted_to_draft", subject, at, "draft", true)
              : labelled("labeled", subject, at, List.of("blocked")));
      at = at.plusSeconds(random.nextInt(1, 2_000));
      send(
          isDraft
              ? event("pull_request.ready_for_review", subject, at, "draft", false)
              : labelled("unlabeled", subject, at, List.of()));
    }
    at = at.plusSeconds(random.nextInt(1, 1_500));
    send(event("pull_request.closed", subject, at, "closed_at", at));
  }

  private void run(String name, String subject, String what, Instant start) {
    var end = start.plusSeconds(random.nextInt(1, 2_400));
    send(event(name + ".requested", subject, start, what + "_started_at", start));
    send(
        event(
            name + ".completed",
            subject,
            end,
            what + "_started_at",
            start,
            what + "_finished_at",
            end));
  }

  private static Event labelled(String action, String subject, Instant at, List<String> labels) {
    return event("pull_request." + action, subject, at, "label", "blocked", "labels", labels);
  }

  private static Event event(String name, String subject, Instant at, Object... facts) {
    var all = new HashMap<String, Object>(Map.of("is_test", true));
    for (int i = 0; i < facts.length; i += 2) {
      all.put(
          String.valueOf(facts[i]),
          facts[i + 1] instanceof Instant time ? time.toString() : facts[i + 1]);
    }
    return new Event(name, NONE, Subject.parse("octo/hello", subject), new Facts(all), at);
  }

  /// Mostly within a second or two, now and then half a minute later, and one in ten twice.
  private void send(Event event) {
    var metric = Metric.about(event.subject().kind()).orElseThrow();
    var id = new ClockId(metric, event.subject());
    var copies = random.nextInt(10) == 0 ? 2 : 1;
    for (int copy = 0; copy < copies; copy++) {
      var delay = random.nextInt(20) == 0 ? random.nextInt(30_000) : random.nextInt(1_500);
      var arrives = event.occurredAt().plusMillis(delay);
      sent.computeIfAbsent(id, known -> new ArrayList<>()).add(new Sent(event, arrives));
      turn(arrives, () -> observe.on(event, now));
    }
  }

  /// SQS counts whole seconds, and hands over within one more.
  private void arm(ClockId clock, Level level, Duration delay) {
    if (fate == Timers.LOST) {
      return;
    }
    var at = now.plusSeconds(delay.plusMillis(999).toSeconds()).plusMillis(random.nextInt(1_000));
    for (int copy = random.nextInt(10) == 0 ? 2 : 1; copy > 0; copy--) {
      turn(later(at), () -> raiseLevel.onTimer(clock, level, now));
    }
  }

  private Instant later(Instant at) {
    return isInOutage(at) ? OUTAGE_END.plusMillis(random.nextInt(60_000)) : at;
  }

  private void sweep() {
    if (!isInOutage(now)) {
      checkSlas.at(now);
    }
  }

  private void turn(Instant at, Runnable deed) {
    turns.add(new Turn(at, order++, deed));
  }
}
