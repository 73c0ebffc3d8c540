package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.sla.BuildResult;
import dev.bellwether.domain.sla.BuildResult.Color;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Mark;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.testing.Given;
import dev.bellwether.usecase.Escalate.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A red build mutes that the review of its pull request is late.
class InhibitionTest {
  private static final Subject PR = Subject.parse("octo/hello", "pr#42");

  private final SlaWorld world = new SlaWorld();
  private final Clock review =
      Clock.of(
          new ClockId(Metric.PR_REVIEW_TIME, PR),
          List.of(new Mark(Mark.Kind.START, T0)),
          Policies.standard(Metric.PR_REVIEW_TIME).terms(),
          new Facts(Map.of("repository", "octo/hello", "head_sha", "0f1e2d")),
          T0);

  @Test
  void nobody_is_told_while_the_build_is_red_and_they_are_once_it_is_green() {
    world.clocks.create(review.reached(Level.WARNING));
    build("ci", Color.RED, 200);

    assertInstanceOf(Result.Held.class, raise(Level.WARNING, 300));
    assertEquals(Optional.of(at(600)), incident().dueAt());

    assertEquals(List.of(), world.escalateAnew.at(at(600)));
    assertEquals(Optional.of(at(900)), incident().dueAt());

    build("ci", Color.GREEN, 700);
    world.time.set(at(900));
    assertEquals(List.of(incident().key()), world.escalateAnew.at(at(900)));
    assertEquals(3, incident().told());
    assertEquals(Incident.State.TRIGGERED, incident().state());
  }

  @Test
  void asking_again_and_again_leaves_one_line_in_the_timeline() {
    world.clocks.create(review.reached(Level.WARNING));
    build("ci", Color.RED, 200);
    raise(Level.WARNING, 300);
    var before = incident().timeline();

    for (int second = 600; second < 6000; second += 300) {
      world.escalateAnew.at(at(second));
    }

    assertEquals(before, incident().timeline());
    assertEquals("red build ci", before.getLast().by());
  }

  @Test
  void as_long_as_any_build_is_red_it_is_muted() {
    build("ci", Color.RED, 200);
    build("lint", Color.RED, 210);
    build("ci", Color.GREEN, 250);

    assertInstanceOf(Result.Held.class, raise(Level.WARNING, 300));
  }

  @Test
  void a_level_that_is_reached_just_when_it_is_escalated_anew_is_told_of_once() {
    assertEquals(List.of("escalation-level-2", "escalation-level-1"), toldAtOnce(false));
    assertEquals(List.of("escalation-level-2", "escalation-level-1"), toldAtOnce(true));
  }

  private static List<String> toldAtOnce(boolean isAnewFirst) {
    var test = new InhibitionTest();
    var clock = test.review.reached(Level.WARNING);
    test.build("ci", Color.RED, 200);
    test.raise(Level.WARNING, 300);
    test.build("ci", Color.GREEN, 500);
    var next = clock.violation(Level.ESCALATION, at(600));
    var anew = next.since(test.incident().told()).inRound(test.incident().round() + 1);

    var both = isAnewFirst ? List.of(anew, next) : List.of(next, anew);
    both.forEach(violation -> test.world.escalate.of(violation, at(600)));

    assertEquals(2, test.incident().told());
    return test.world.queue.sent().stream()
        .map(sent -> sent.execution().workflow().id().value())
        .toList();
  }

  @Test
  void a_build_of_an_earlier_commit_mutes_nothing() {
    world.builds.record(new BuildResult(PR, "aaaaaa", "docs", Color.RED, at(200)));

    assertInstanceOf(Result.Escalated.class, raise(Level.WARNING, 300));
  }

  @Test
  void a_review_that_came_meanwhile_is_told_to_nobody() {
    world.clocks.create(review.reached(Level.WARNING));
    build("ci", Color.RED, 200);
    raise(Level.WARNING, 300);
    var known = world.clocks.find(review.id()).orElseThrow();
    var reviewed = List.of(new Mark(Mark.Kind.STOP, at(400)));
    world.clocks.replace(known.merge(reviewed, known.facts(), at(400)));
    build("ci", Color.GREEN, 500);

    assertEquals(List.of(), world.escalateAnew.at(at(600)));

    assertEquals(Incident.State.RESOLVED, incident().state());
    assertEquals(0, world.queue.sent().size());
  }

  @Test
  void builds_that_are_late_themselves_are_not_muted() {
    build("ci", Color.RED, 200);
    var build = Given.aClock(7001, T0);

    assertInstanceOf(
        Result.Escalated.class,
        world.escalate.of(build.violation(Level.WARNING, at(600)), at(600)));
  }

  private void build(String name, Color color, long second) {
    world.builds.record(new BuildResult(PR, "0f1e2d", name, color, at(second)));
  }

  private Result raise(Level level, long second) {
    return world.escalate.of(review.violation(level, at(second)), at(second));
  }

  private Incident incident() {
    return world.incidents.find(Incident.key(review.id())).orElseThrow();
  }
}
