package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.sla.BuildResult;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.testing.InMemoryBuildResults;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.InMemoryDeliveryStore;
import dev.bellwether.testing.InMemoryEdgeStore;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryIncidentStore;
import dev.bellwether.testing.InMemorySilenceStore;
import dev.bellwether.testing.InMemoryViolationStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.port.EdgeStore;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ScheduleStore;
import dev.bellwether.usecase.port.TimerQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Everything that keeps the time, under a time that only moves when told: timers come when their
/// [Fate] says, the sweep comes every five minutes, and each violation is escalated as it happens.
final class SlaWorld {
  static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");
  private static final Duration SWEEP = Duration.ofMinutes(5);

  final SettableTime time = new SettableTime(T0);
  final InMemoryClockStore clocks = new InMemoryClockStore();
  final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  final InMemoryViolationStore violations = new InMemoryViolationStore();
  final InMemoryIncidentStore incidents = new InMemoryIncidentStore();
  final InMemorySilenceStore silences = new InMemorySilenceStore();
  final InMemoryBuildResults builds = new InMemoryBuildResults();
  final Muting muting = new Muting(silences, builds);
  final List<Violation> resolved = new ArrayList<>();
  final InMemoryWorkflowStore workflows = new InMemoryWorkflowStore(time);
  final InMemoryEdgeStore edges = new InMemoryEdgeStore();
  final RecordingExecutionQueue queue = new RecordingExecutionQueue();
  final List<Violation> published = new ArrayList<>();
  Policies policies = Policies.STANDARD;

  final RaiseLevel raiseLevel = new RaiseLevel(clocks, this::arm, this::publish);
  final ObserveClocks observeClocks =
      new ObserveClocks(clocks, this::arm, now -> policies, resolved::add);
  final CheckSlas checkSlas = new CheckSlas(clocks, this::arm, raiseLevel);
  final StartWorkflows startWorkflows =
      new StartWorkflows(workflows, executions, executions, queue);
  final OpenSubjects openSubjects = new OpenSubjects(clocks, clocks);
  final InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore(executions);
  final RecordShadows recordShadows = new RecordShadows(deliveries);
  final StartDueWorkflows startDueWorkflows = startDueWorkflows(workflows, openSubjects, edges);
  final Escalate escalate = escalateThrough(queue);
  final EscalateAnew escalateAnew = new EscalateAnew(incidents, clocks, this::publish, muting);
  final SteerIncident steerIncident = new SteerIncident(incidents, executions, queue);

  Fate fate = Fate.ON_TIME;

  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::arrival));
  private Instant nextSweep = T0.plusSeconds(77);

  private record Timer(ClockId clock, Level level, Instant arrival) {}

  /// When a timer arrives that was to come at an instant: once, often, or never.
  interface Fate {
    Fate ON_TIME = (due, armedAt) -> List.of(due);
    Fate LOST = (due, armedAt) -> List.of();
    Fate DOUBLED = (due, armedAt) -> List.of(due, due, due.plusSeconds(3));
    Fate LATE = (due, armedAt) -> List.of(due.plusSeconds(40));

    /// A second early, where it was armed longer before.
    Fate EARLY =
        (due, armedAt) -> List.of(due.minusSeconds(1).isAfter(armedAt) ? due.minusSeconds(1) : due);

    List<Instant> arrivals(Instant due, Instant armedAt);
  }

  /// Escalates by handing executions to another queue, the rest being of this world.
  Escalate escalateThrough(ExecutionQueue other) {
    return new Escalate(
        violations,
        incidents,
        muting,
        now -> List.of("ada"),
        executions,
        executions,
        other,
        workflows,
        workflows,
        startWorkflows,
        recordShadows);
  }

  /// Starts scheduled workflows from other parts, the rest being of this world.
  StartDueWorkflows startDueWorkflows(
      ScheduleStore schedules, OpenSubjects subjects, EdgeStore remembered) {
    return new StartDueWorkflows(
        schedules, subjects, remembered, executions, startWorkflows, recordShadows);
  }

  /// Lets an event arrive now.
  void take(Event event) {
    observeClocks.on(event, time.instant());
    BuildResult.of(event).forEach(builds::record);
  }

  /// Lets time pass, and all happen that comes meanwhile, to a second after the start.
  void runUntil(long second) {
    var end = at(second);
    while (true) {
      var timer = timers.peek();
      if (timer != null && !timer.arrival().isAfter(nextSweep)) {
        if (timer.arrival().isAfter(end)) {
          break;
        }
        timers.remove();
        moveTo(timer.arrival());
        raiseLevel.onTimer(timer.clock(), timer.level(), time.instant());
      } else {
        if (nextSweep.isAfter(end)) {
          break;
        }
        moveTo(nextSweep);
        nextSweep = nextSweep.plus(SWEEP);
        checkSlas.at(time.instant());
      }
    }
    time.set(end);
  }

  /// Lets nothing happen until a second after the start; what was to come meanwhile comes then.
  void outageUntil(long second) {
    time.set(at(second));
  }

  /// Lists the levels people were told of, in order, with how many seconds after the start.
  List<String> told() {
    return executions.newest(time.instant(), 1000).reversed().stream()
        .filter(SlaWorld::tells)
        .map(SlaWorld::levelAndSecond)
        .toList();
  }

  static Instant at(long second) {
    return T0.plusSeconds(second);
  }

  private void moveTo(Instant instant) {
    if (instant.isAfter(time.instant())) {
      time.set(instant);
    }
  }

  private void arm(ClockId clock, Level level, Duration delay) {
    if (delay.compareTo(TimerQueue.MAX_DELAY) > 0) {
      throw new IllegalArgumentException("A timer waits at most " + TimerQueue.MAX_DELAY);
    }
    var now = time.instant();
    fate.arrivals(now.plus(delay), now)
        .forEach(arrival -> timers.add(new Timer(clock, level, arrival)));
  }

  void publish(Violation violation) {
    published.add(violation);
    escalate.of(violation, time.instant());
  }

  private static boolean tells(Execution execution) {
    return execution.steps().stream()
        .anyMatch(step -> step.action().type().equals("send_notification"));
  }

  private static String levelAndSecond(Execution execution) {
    return "%s at %d"
        .formatted(
            execution.facts().get("level").orElseThrow(),
            Duration.between(T0, execution.createdAt()).toSeconds());
  }
}
