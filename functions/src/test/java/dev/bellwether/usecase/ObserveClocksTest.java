package dev.bellwether.usecase;

import static dev.bellwether.testing.ForAll.forAll;
import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Happened;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.ClockStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObserveClocksTest {
  private static final ClockId REVIEW = new ClockId(Metric.PR_REVIEW_TIME, Given.aPullRequest(42));
  private static final ClockId BUILD = new ClockId(Metric.BUILD_TIME, Given.aBuild(7001));

  private final List<String> journal = new ArrayList<>();

  @Test
  void opening_a_clock_costs_one_write_that_knows_of_the_timer_sent_after_it() {
    var clocks = new InMemoryClockStore();

    observing(journaled(clocks)).on(Happened.opened(T0), at(2));

    assertEquals(List.of("create", "timer 1 in 298 s"), journal);
    assertEquals(1, clocks.find(REVIEW).orElseThrow().armed());
  }

  @Test
  void the_same_event_again_writes_and_sends_nothing() {
    var clocks = new InMemoryClockStore();
    var observe = observing(journaled(clocks));
    observe.on(Happened.opened(T0), at(2));
    var first = clocks.find(REVIEW).orElseThrow();
    journal.clear();

    observe.on(Happened.opened(T0), at(90));

    assertEquals(List.of("create"), journal);
    assertEquals(first, clocks.find(REVIEW).orElseThrow());
  }

  @Test
  void an_end_past_a_level_is_looked_after_once_what_overtook_it_has_arrived() {
    var observe = observing(journaled(new InMemoryClockStore()));

    observe.on(Happened.buildCompleted(T0, at(950)), at(960));

    assertEquals(List.of("create", "timer 1 in 50 s"), journal);
  }

  @Test
  void four_events_of_a_pull_request_leave_one_clock_in_all_their_orders() {
    var events =
        List.of(
            Happened.openedAsDraft(T0),
            Happened.pullRequest("ready_for_review", at(100)),
            Happened.reviewedBy("bob", at(250)),
            Happened.closed(at(400)));
    var states = new HashSet<Clock>();

    var orders = ordersOf(events);
    orders.forEach(order -> states.add(stateAfter(order, REVIEW, at(500))));

    assertEquals(24, orders.size());
    var only = states.iterator().next();
    assertEquals(Set.of(only), states);
    assertEquals(Duration.ofSeconds(150), only.elapsedAt(at(500)));
    assertEquals(Optional.of(at(250)), only.stoppedAt());
    assertEquals("closed", only.facts().text("action").orElseThrow());
  }

  @Test
  void a_builds_events_shuffled_and_doubled_leave_one_clock() {
    var events =
        List.of(
            Happened.buildRequested(T0),
            Happened.buildInProgress(T0, at(30)),
            Happened.buildCompleted(T0, at(720)));
    var inOrder = stateAfter(events, BUILD, at(800));

    forAll(
        20261125L,
        200,
        random -> {
          var shuffled = new ArrayList<>(events);
          for (int more = random.nextInt(4); more > 0; more--) {
            shuffled.add(events.get(random.nextInt(events.size())));
          }
          Collections.shuffle(shuffled, new Random(random.nextLong()));
          return shuffled;
        },
        shuffled -> assertEquals(inOrder, stateAfter(shuffled, BUILD, at(800))));
    assertEquals(Duration.ofMinutes(12), inOrder.elapsedAt(at(800)));
  }

  @Test
  void events_that_race_are_all_taken_in() {
    var clocks = new InMemoryClockStore();
    var observe = observing(clocks);

    Race.of(
        runner -> {
          observe.on(Happened.pullRequest("converted_to_draft", at(runner)), at(60));
          return runner;
        });

    var marks = clocks.find(REVIEW).orElseThrow().marks();
    assertEquals(12, marks.size());
  }

  @Test
  void it_gives_up_loudly_when_others_are_always_faster() {
    var clocks = new InMemoryClockStore();
    observing(clocks).on(Happened.opened(T0), T0);
    var lost = observing(new Journaled(clocks, clock -> false));

    var gaveUp =
        assertThrows(IllegalStateException.class, () -> lost.on(Happened.closed(at(10)), at(10)));

    assertTrue(String.valueOf(gaveUp.getMessage()).contains("pr#42"));
  }

  private static List<List<Event>> ordersOf(List<Event> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    var orders = new ArrayList<List<Event>>();
    for (var first : events) {
      var others = new ArrayList<>(events);
      others.remove(first);
      for (var rest : ordersOf(others)) {
        var order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }

  private Clock stateAfter(List<Event> events, ClockId id, Instant now) {
    var clocks = new InMemoryClockStore();
    var observe = observing(clocks);
    events.forEach(event -> observe.on(event, now));
    return clocks.find(id).orElseThrow().withRevision(0);
  }

  private ObserveClocks observing(ClockStore clocks) {
    return new ObserveClocks(
        clocks,
        (clock, level, delay) ->
            note("timer %d in %d s".formatted(level.number(), delay.toSeconds())),
        now -> Policies.STANDARD,
        ended -> note("resolved " + ended.id()));
  }

  private ClockStore journaled(InMemoryClockStore clocks) {
    return new Journaled(clocks, clocks::replace);
  }

  private synchronized void note(String line) {
    journal.add(line);
  }

  private interface Replace {
    boolean by(Clock clock);
  }

  private final class Journaled implements ClockStore {
    private final ClockStore clocks;
    private final Replace replace;

    Journaled(ClockStore clocks, Replace replace) {
      this.clocks = clocks;
      this.replace = replace;
    }

    @Override
    public Creation create(Clock clock) {
      note("create");
      return clocks.create(clock);
    }

    @Override
    public boolean replace(Clock clock) {
      note("replace");
      return replace.by(clock);
    }

    @Override
    public Optional<Clock> find(ClockId id) {
      note("find");
      return clocks.find(id);
    }

    @Override
    public List<Clock> due(Instant until, int limit) {
      return clocks.due(until, limit);
    }
  }
}
