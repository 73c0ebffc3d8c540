package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.escalation.Incident.State;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Mark;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Happened;
import dev.bellwether.usecase.Escalate.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One incident from its first level to its end.
class IncidentTest {
  private final SlaWorld world = new SlaWorld();

  @Test
  void every_level_of_a_clock_is_in_one_incident() {
    raise(Level.WARNING, 600);
    raise(Level.ESCALATION, 900);

    var incident = incident();
    assertEquals(State.TRIGGERED, incident.state());
    assertEquals(2, incident.level());
    assertEquals(2, incident.told());
    assertEquals(1, world.incidents.open(9).size());
    assertEquals(
        List.of(
            "Level 1 reached after 600 s",
            "Told people of level 1",
            "Level 2 reached after 900 s",
            "Told people of level 2"),
        incident.timeline().stream().map(Incident.Entry::what).toList());
  }

  @Test
  void the_same_violation_again_changes_nothing() {
    raise(Level.WARNING, 600);
    var before = incident();

    raise(Level.WARNING, 600);

    assertEquals(before, incident());
  }

  @Test
  void while_somebody_takes_care_nobody_is_told_of_further_levels() {
    raise(Level.WARNING, 600);
    acknowledge(700);

    var held = raise(Level.ESCALATION, 900);

    assertInstanceOf(Result.Held.class, held);
    assertEquals(2, incident().level());
    assertEquals(1, incident().told());
    assertEquals(1, world.queue.sent().size());
  }

  @Test
  void an_acknowledged_incident_that_stays_open_escalates_again_after_30_minutes() {
    world.clocks.create(build().reached(Level.CRITICAL));
    raise(Level.WARNING, 600);
    acknowledge(700);
    raise(Level.CRITICAL, 1200);

    assertEquals(List.of(), world.escalateAnew.at(at(700 + 1799)));
    assertEquals(List.of(incident().key()), world.escalateAnew.at(at(700 + 1800)));
    var anew = world.published.getLast();
    world.escalate.of(anew, at(2501));
    world.escalate.of(anew, at(2502));

    assertEquals(1, anew.round());
    assertEquals(Level.CRITICAL, anew.level());
    assertEquals(1, anew.previousLevel());
    assertEquals(1, channelsTold("pagerduty"));
    assertEquals(1, stepsOfType("create_issue"));
    assertEquals(3, incident().told());
    assertEquals(State.TRIGGERED, incident().state());
    assertEquals(List.of(), world.escalateAnew.at(at(9999)));
  }

  @Test
  void a_level_reached_at_the_moment_it_is_escalated_anew_is_told_once_whichever_is_first() {
    var level = build().reached(Level.WARNING).violation(Level.ESCALATION, at(900));
    var anew = level.since(1).inRound(1);
    for (var levelIsFirst : List.of(true, false)) {
      var race = heldUntil900();

      beside(race, levelIsFirst ? level : anew, levelIsFirst ? anew : level);

      assertEquals(2, channelsTold(race, "slack"));
      assertEquals(1, channelsTold(race, "email"));
      assertEquals(2, incident(race).told());
      assertEquals(1, incident(race).round());
    }
  }

  @Test
  void a_lower_level_is_not_told_anew_while_a_higher_one_is_being_told() {
    var level = build().reached(Level.WARNING).violation(Level.ESCALATION, at(900));
    var anew = build().violation(Level.WARNING, at(899)).since(1).inRound(1);
    var race = heldUntil900();

    beside(race, level, anew);

    assertEquals(2, channelsTold(race, "slack"));
    assertEquals(2, incident(race).told());
  }

  @Test
  void it_is_escalated_anew_at_the_level_it_has_come_to_that_moment() {
    world.clocks.create(build().reached(Level.WARNING));
    raise(Level.WARNING, 600);
    acknowledge(700);
    world.time.set(at(700 + 1800));

    world.escalateAnew.at(at(700 + 1800));

    assertEquals(Level.CRITICAL, world.published.getLast().level());
    assertEquals(1, channelsTold("pagerduty"));
  }

  @Test
  void who_takes_care_of_it_again_while_it_is_being_escalated_anew_keeps_it() {
    var anew = build().violation(Level.WARNING, at(900)).since(1).inRound(1);
    var race = heldUntil900();
    race.steerIncident.acknowledge(incident(race).key(), "ada", Duration.ofHours(1), at(901));

    assertInstanceOf(Result.Held.class, race.escalate.of(anew, at(902)));
    assertEquals(State.ACKNOWLEDGED, incident(race).state());

    race.steerIncident.resolve(incident(race).key(), "ada", at(903));
    race.escalate.of(anew, at(904));
    assertEquals(State.RESOLVED, incident(race).state());
    assertEquals(1, channelsTold(race, "slack"));
  }

  /// Somebody had been told of level 1, and had taken care of it.
  private static SlaWorld heldUntil900() {
    var race = new SlaWorld();
    race.escalate.of(build().violation(Level.WARNING, at(600)), at(600));
    var key = Incident.key(build().id());
    race.steerIncident.acknowledge(key, "ada", Duration.ofSeconds(200), at(700));
    return race;
  }

  /// Escalates one thing while another is half done: it has handed its first execution over.
  private static void beside(SlaWorld world, Violation halfDone, Violation other) {
    var rival =
        world.escalateThrough(
            (execution, delay) -> {
              world.queue.enqueue(execution, delay);
              world.escalate.of(other, at(901));
            });
    rival.of(halfDone, at(901));
  }

  @Test
  void it_escalates_again_each_time_it_is_acknowledged_and_let_lie() {
    world.clocks.create(build().reached(Level.CRITICAL));
    raise(Level.CRITICAL, 1200);
    for (int round = 1; round <= 3; round++) {
      acknowledge(round * 10_000);
      world.escalateAnew.at(at(round * 10_000 + 1800));
      world.escalate.of(world.published.getLast(), at(round * 10_000 + 1801));
      assertEquals(round, incident().round());
    }

    assertEquals(4, channelsTold("email"));
  }

  @Test
  void what_is_escalated_anew_leaves_no_second_issue() {
    world.clocks.create(build().reached(Level.ESCALATION));
    raise(Level.ESCALATION, 900);
    acknowledge(1000);
    world.escalateAnew.at(at(2800));
    world.escalate.of(world.published.getLast(), at(2801));

    assertEquals(1, stepsOfType("create_issue"));
    assertEquals(2, channelsTold("email"));
  }

  @Test
  void one_whose_clock_has_stopped_meanwhile_is_resolved_and_nobody_called() {
    world.clocks.create(build(new Mark(Mark.Kind.STOP, at(1000))).reached(Level.WARNING));
    raise(Level.WARNING, 600);
    acknowledge(700);

    assertEquals(List.of(), world.escalateAnew.at(at(9999)));
    assertEquals(State.RESOLVED, incident().state());
  }

  @Test
  void the_end_of_what_people_were_told_of_is_published_once_it_is_seen() {
    world.observeClocks.on(build(0), T0);
    var clock = world.clocks.find(build().id()).orElseThrow();
    world.clocks.replace(clock.reached(Level.WARNING));

    world.observeClocks.on(completed(700), at(700));
    world.observeClocks.on(completed(700), at(701));

    assertEquals(1, world.resolved.size());
    assertEquals(Duration.ofSeconds(700), world.resolved.getFirst().elapsed());
  }

  @Test
  void the_end_of_what_nobody_was_told_of_is_nobodys_business() {
    world.observeClocks.on(build(0), T0);
    world.observeClocks.on(completed(300), at(300));

    assertEquals(List.of(), world.resolved);
  }

  @Test
  void at_its_end_all_that_was_opened_is_closed_once() {
    raise(Level.WARNING, 600);
    raise(Level.ESCALATION, 900);
    raise(Level.CRITICAL, 1200);
    trackedBy(77);
    var ended =
        build(new Mark(Mark.Kind.STOP, at(1500)))
            .reached(Level.CRITICAL)
            .violation(Level.CRITICAL, at(1501));
    var before = world.queue.sent().size();

    world.escalate.resolved(ended, at(1501));
    world.escalate.resolved(ended, at(1502));

    var after = world.queue.sent().subList(before, world.queue.sent().size());
    var clear = after.get(0).execution();
    var closing = after.get(1).execution();
    assertEquals(2, after.size());
    assertEquals(
        List.of("notify-pagerduty", "notify-slack"),
        clear.steps().stream().map(step -> step.action().id()).limit(2).toList());
    var pagerDuty = clear.steps().getFirst().action().parameters();
    assertEquals("resolve", pagerDuty.get("alert_action"));
    assertEquals(alertKeyOfLevel3(), pagerDuty.get("alert_key"));
    assertEquals("octo/hello issue#77", closing.subject().toString());
    assertEquals(State.RESOLVED, incident().state());
    assertEquals(List.of(), world.incidents.open(9));
  }

  @Test
  void the_end_of_what_somebody_resolved_before_is_told_to_nobody() {
    raise(Level.WARNING, 600);
    world.steerIncident.resolve(incident().key(), "ada", at(650));
    var sent = world.queue.sent().size();

    world.escalate.resolved(
        build().reached(Level.WARNING).violation(Level.WARNING, at(700)), at(700));

    assertEquals(sent, world.queue.sent().size());
  }

  @Test
  void a_resolved_incident_is_open_again_when_its_clock_reaches_another_level() {
    raise(Level.WARNING, 600);
    world.steerIncident.resolve(incident().key(), "ada", at(650));

    raise(Level.ESCALATION, 900);

    assertEquals(State.TRIGGERED, incident().state());
    assertEquals(2, incident().told());
  }

  private Result raise(Level level, int second) {
    var before = Level.numbered(level.number() - 1);
    var clock = before.map(build()::reached).orElseGet(IncidentTest::build);
    return world.escalate.of(clock.violation(level, at(second)), at(second));
  }

  private void acknowledge(int second) {
    var length = SteerIncident.ACKNOWLEDGED_FOR;
    var known = world.steerIncident.acknowledge(incident().key(), "ada", length, at(second));
    assertTrue(known.isPresent());
  }

  private Incident incident() {
    return incident(world);
  }

  private static Incident incident(SlaWorld world) {
    return world.incidents.find(Incident.key(build().id())).orElseThrow();
  }

  /// The execution of level 2 has opened an issue.
  private void trackedBy(int issue) {
    for (var sent : world.queue.sent()) {
      var execution = sent.execution();
      var steps = execution.steps().stream().map(step -> step.action().type()).toList();
      if (steps.contains("create_issue")) {
        var index = steps.indexOf("create_issue");
        world.executions.claim(execution.id(), "w", at(1300), at(1400));
        world.executions.record(
            execution.withStep(index, step -> step.succeededAt(at(1300), Map.of("number", issue))),
            "w",
            at(1400));
      }
    }
  }

  private Object alertKeyOfLevel3() {
    return executions()
        .flatMap(execution -> execution.steps().stream())
        .filter(step -> step.action().id().equals("notify-pagerduty"))
        .map(step -> step.action().parameters().get("alert_key"))
        .findFirst()
        .orElseThrow();
  }

  private long channelsTold(String channel) {
    return channelsTold(world, channel);
  }

  private static long channelsTold(SlaWorld world, String channel) {
    return world.queue.sent().stream()
        .map(sent -> sent.execution())
        .flatMap(execution -> execution.steps().stream())
        .filter(step -> step.action().id().equals("notify-" + channel))
        .count();
  }

  private long stepsOfType(String type) {
    return executions()
        .flatMap(execution -> execution.steps().stream())
        .filter(step -> step.action().type().equals(type))
        .count();
  }

  private Stream<Execution> executions() {
    return world.queue.sent().stream().map(sent -> sent.execution());
  }

  private static Clock build(Mark... more) {
    var clock = Given.aClock(7001, T0);
    var marks = new HashSet<>(clock.marks());
    marks.addAll(Set.of(more));
    return Clock.of(clock.id(), marks, clock.terms(), clock.facts(), T0);
  }

  private static Event build(int second) {
    return Happened.buildRequested(at(second));
  }

  private static Event completed(int second) {
    return Happened.buildCompleted(T0, at(second));
  }

  private static Instant at(int second) {
    return T0.plusSeconds(second);
  }
}
