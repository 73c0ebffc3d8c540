package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.escalation.Silence;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.testing.Given;
import dev.bellwether.usecase.Escalate.Result;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A time in which nobody is told.
class SilenceTest {
  private final SlaWorld world = new SlaWorld();
  private final Clock build = Given.aClock(7001, T0);

  @Test
  void what_is_raised_in_a_silence_and_still_holds_is_told_when_it_ends() {
    world.clocks.create(build.reached(Level.WARNING));
    silence("octo/hello", 0, 3600);

    assertInstanceOf(Result.Held.class, raise(Level.WARNING, 600));
    assertInstanceOf(Result.Held.class, raise(Level.ESCALATION, 900));
    assertEquals(0, world.queue.sent().size());

    world.escalateAnew.at(at(3599));
    assertEquals(0, world.queue.sent().size());
    world.escalateAnew.at(at(3600));
    var anew = world.published.getLast();
    world.escalate.of(anew, at(3601));

    assertEquals(3, incident().told());
    assertEquals(0, anew.previousLevel());
  }

  @Test
  void what_was_resolved_in_it_is_told_to_nobody() {
    silence("octo/hello", 0, 3600);
    raise(Level.WARNING, 600);

    world.escalate.resolved(
        build.reached(Level.WARNING).violation(Level.WARNING, at(700)), at(700));
    world.escalateAnew.at(at(3600));

    assertEquals(Incident.State.RESOLVED, incident().state());
    assertEquals(0, world.queue.sent().size());
    assertEquals(0, world.published.size());
  }

  @Test
  void before_it_begins_after_it_and_about_other_repositories_people_are_told() {
    silence("octo/hello", 700, 800);
    silence("octo/other", 0, 3600);

    assertInstanceOf(Result.Escalated.class, raise(Level.WARNING, 600));
    assertInstanceOf(Result.Escalated.class, raise(Level.ESCALATION, 900));
  }

  @Test
  void of_several_the_last_to_end_counts() {
    silence("octo/hello", 0, 3600);
    silence("octo/hello", 0, 7200);

    raise(Level.WARNING, 600);

    assertEquals(Optional.of(at(7200)), incident().dueAt());
  }

  @Test
  void one_that_is_ended_early_lets_its_incidents_go_and_no_others() {
    world.clocks.create(build.reached(Level.WARNING));
    silence("octo/hello", 0, 3600);
    raise(Level.WARNING, 600);
    var end = new EndSilence(world.silences, world.incidents);

    assertEquals(Optional.empty(), end.of("unknown", at(700)));
    assertEquals(Optional.of(at(3600)), incident().dueAt());
    assertTrue(end.of("s-0", at(700)).isPresent());

    assertEquals(List.of(incident().key()), world.escalateAnew.at(at(701)));
  }

  private void silence(String repository, int from, int until) {
    var conditions =
        new Condition.Leaf("repository", Operator.EQ, new Condition.Operand.Literal(repository));
    var id = "s-" + world.silences.all(T0).size();
    world.silences.save(new Silence(id, conditions, at(from), at(until), "ada", ""));
  }

  private Result raise(Level level, int second) {
    var before = Level.numbered(level.number() - 1);
    var clock = before.map(build::reached).orElse(build);
    return world.escalate.of(clock.violation(level, at(second)), at(second));
  }

  private Incident incident() {
    return world.incidents.find(Incident.key(build.id())).orElseThrow();
  }

  private static Instant at(int second) {
    return T0.plusSeconds(second);
  }
}
