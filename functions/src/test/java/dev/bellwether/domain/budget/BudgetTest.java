package dev.bellwether.domain.budget;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.budget.Budget.Answer;
import dev.bellwether.domain.budget.Budget.Asker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");
  private static final RequestLimits LIMITS = RequestLimits.STANDARD;

  private static final Asker FIRST = new Asker(5, false);

  private record Sent(Instant at, Cost cost) {}

  @Test
  void no_sliding_window_ever_holds_more_than_github_allows() {
    forAll(
        1,
        40,
        RandomGenerator::nextLong,
        seed -> {
          var sent = life(new Random(seed));
          assertTrue(sent.size() > 400, "too little was sent: " + sent.size());
          for (var window : List.of(Duration.ofMinutes(1), Duration.ofHours(1))) {
            var isHour = window.toMinutes() > 1;
            var most = isHour ? LIMITS.contentsPerHour() : LIMITS.contentsPerMinute();
            for (int from = 0; from < sent.size(); from++) {
              var cost = within(sent, from, window);
              assertTrue(cost.contents() <= most, window + ": " + cost);
              assertTrue(isHour || cost.points() <= LIMITS.pointsPerMinute(), "" + cost);
            }
          }
        });
  }

  @Test
  void what_is_granted_ahead_while_there_is_plenty_is_exact_when_it_is_short() {
    var budget = Budget.untouched("octo");

    var first = granted(budget, 5);
    assertEquals(Budget.CHUNK, first.cost());

    for (int i = 0; i < 9; i++) {
      budget = granted(budget, 5).next();
    }
    assertEquals(Cost.WRITE, granted(budget, 5).cost());
  }

  @Test
  void a_refusal_says_when_there_is_room_again() {
    var empty = spent(80);

    var refused = refused(empty, 5);

    assertTrue(refused.delay().compareTo(Duration.ofSeconds(60)) >= 0, "" + refused.delay());
    assertTrue(refused.delay().compareTo(Duration.ofSeconds(70)) <= 0, "" + refused.delay());
    granted(refused.next(), 5, T0.plus(refused.delay()));
  }

  @Test
  void the_less_urgent_are_refused_while_the_more_urgent_could_use_it_all() {
    var awaited = spent(80);
    for (int i = 0; i < 50; i++) {
      awaited = refused(awaited, 9).next();
    }

    var later = T0.plusSeconds(66);
    assertInstanceOf(
        Answer.Refused.class, awaited.ask(Cost.WRITE, new Asker(1, false), later, LIMITS));
    granted(awaited, 9, later);
  }

  @Test
  void who_comes_back_is_not_counted_twice() {
    var awaited = refused(spent(80), 5).next();

    var again = awaited.ask(Cost.WRITE, new Asker(5, true), T0.plusSeconds(1), LIMITS);

    assertEquals(1, assertInstanceOf(Answer.Refused.class, again).next().waiting().get(5));
    var later = awaited.ask(Cost.WRITE, new Asker(5, true), T0.plusSeconds(66), LIMITS);
    var granted = assertInstanceOf(Answer.Granted.class, later);
    assertTrue(granted.next().waiting().isEmpty());
  }

  @Test
  void those_who_should_be_back_and_are_not_are_forgotten() {
    var awaited = spent(80);
    for (int i = 0; i < 50; i++) {
      awaited = refused(awaited, 9).next();
    }

    granted(awaited, 1, T0.plus(Duration.ofMinutes(10)));
  }

  @Test
  void who_waits_behind_many_waits_longer() {
    var awaited = spent(80);
    var waits = new ArrayList<Duration>();
    for (int i = 0; i < 200; i++) {
      var refused = refused(awaited, 5);
      waits.add(refused.delay());
      awaited = refused.next();
    }

    assertTrue(waits.getLast().compareTo(waits.getFirst().multipliedBy(3)) > 0, "" + waits);
    for (int i = 1; i < waits.size(); i++) {
      assertTrue(waits.get(i).compareTo(waits.get(i - 1)) >= 0, "" + waits);
    }
  }

  @Test
  void nothing_is_granted_while_github_wants_to_be_left_alone() {
    var blocked = Budget.untouched("octo").blockedUntil(T0.plusSeconds(90));

    assertEquals(Duration.ofSeconds(90), refused(blocked, 10).delay());
    assertInstanceOf(
        Answer.Refused.class, blocked.ask(Cost.READ, FIRST, T0.plusSeconds(89), LIMITS));
    granted(blocked, 10, T0.plusSeconds(90));
  }

  @Test
  void reads_are_weighed_too() {
    var budget = Budget.untouched("octo");
    for (int i = 0; i < 900; i++) {
      budget =
          budget.ask(Cost.READ, FIRST, T0, new RequestLimits(80, 500, 900))
                  instanceof Answer.Granted g
              ? g.next()
              : budget;
    }

    assertInstanceOf(Answer.Refused.class, budget.ask(Cost.READ, FIRST, T0, LIMITS));
  }

  /// Half a day of one who sends as soon as it may, what it may, anywhere within its slot.
  private static List<Sent> life(RandomGenerator random) {
    var sent = new ArrayList<Sent>();
    var budget = Budget.untouched("octo");
    var now = T0;
    while (now.isBefore(T0.plus(Duration.ofHours(3)))) {
      switch (budget.ask(random.nextInt(4) == 0 ? Cost.READ : Cost.WRITE, FIRST, now, LIMITS)) {
        case Answer.Granted(var next, var cost, var until) -> {
          budget = next;
          var left = cost;
          while (left.covers(Cost.WRITE)) {
            var spare = Math.max(1, Duration.between(now, until).toMillis());
            sent.add(new Sent(now.plusMillis(random.nextLong(spare)), Cost.WRITE));
            left = left.minus(Cost.WRITE);
          }
          now = now.plusMillis(random.nextLong(300));
        }
        case Answer.Refused(var next, var delay) -> {
          budget = next;
          now = now.plus(delay).plusMillis(random.nextLong(3_000));
        }
      }
    }
    sent.sort(Comparator.comparing(Sent::at));
    return sent;
  }

  private static Cost within(List<Sent> sent, int from, Duration window) {
    var sum = new Cost(0, 0);
    var end = sent.get(from).at().plus(window);
    for (int i = from; i < sent.size() && sent.get(i).at().isBefore(end); i++) {
      sum = sum.plus(sent.get(i).cost());
    }
    return sum;
  }

  private static Budget spent(int contents) {
    return spent(Budget.untouched("octo"), contents, T0);
  }

  private static Budget spent(Budget budget, int contents, Instant at) {
    return new Budget(
        budget.account(),
        budget.minute().with(new Cost(contents, 0), at),
        budget.hour(),
        budget.waiting(),
        budget.waitingUntil(),
        budget.blockedUntil(),
        budget.revision());
  }

  private static Answer.Granted granted(Budget budget, int priority) {
    return granted(budget, priority, T0);
  }

  private static Answer.Granted granted(Budget budget, int priority, Instant now) {
    return assertInstanceOf(
        Answer.Granted.class, budget.ask(Cost.WRITE, new Asker(priority, false), now, LIMITS));
  }

  private static Answer.Refused refused(Budget budget, int priority) {
    return assertInstanceOf(
        Answer.Refused.class, budget.ask(Cost.WRITE, new Asker(priority, false), T0, LIMITS));
  }
}
