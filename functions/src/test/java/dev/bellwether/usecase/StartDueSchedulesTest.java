package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Concurrency;
import dev.bellwether.domain.workflow.CronExpression;
import dev.bellwether.domain.workflow.CronExpression.Parsed;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Schedule.Firing;
import dev.bellwether.domain.workflow.Schedule.Overlap;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.Timing;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Happened;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a schedule says beside when: its window, its overlap, over what it runs and how often.
class StartDueSchedulesTest {
  private static final Condition ANYTHING = new Condition.All(List.of());
  private static final Timing FIVE_MINUTES = new Timing.Every(Duration.ofMinutes(5));

  private final SlaWorld world = new SlaWorld();

  @Test
  void what_was_missed_for_longer_than_the_window_is_passed_over() {
    save(daily(Duration.ofHours(1)), ANYTHING);

    tick(at(0).plus(Duration.ofHours(2)));
    assertEquals(List.of(), started());
    tick(at(0).plus(Duration.ofHours(25)));

    assertEquals(List.of("schedule:2026-11-26T09:30:00Z"), started());
  }

  @Test
  void what_was_missed_within_the_window_is_made_up_for() {
    save(daily(Duration.ofHours(2)), ANYTHING);

    tick(at(0).plus(Duration.ofHours(2)));

    assertEquals(List.of("schedule:2026-11-25T09:30:00Z"), started());
  }

  @Test
  void the_next_sweep_is_in_time_for_a_schedule_that_makes_up_for_nothing() {
    save(daily(Duration.ZERO), ANYTHING);

    tick(at(1800 + 299));

    assertEquals(List.of("schedule:2026-11-25T09:30:00Z"), started());
  }

  @Test
  void executions_of_one_subject_mind_each_other_as_overlap_says() {
    assertEquals(Optional.of(Concurrency.Policy.SKIP), policy(Overlap.SKIP, Limits.standard()));
    assertEquals(Optional.of(Concurrency.Policy.QUEUE), policy(Overlap.QUEUE, Limits.standard()));
    assertEquals(Optional.empty(), policy(Overlap.ALLOW, Limits.standard()));
  }

  @Test
  void a_concurrency_of_the_workflows_own_rules() {
    var own = new Concurrency("mine", Concurrency.Policy.CANCEL_PREVIOUS);

    assertEquals(
        Optional.of(own.policy()), policy(Overlap.SKIP, Limits.standard().withConcurrency(own)));
  }

  @Test
  void subjects_do_not_wait_for_each_other() {
    var schedule = Schedule.every(Duration.ofMinutes(5));

    assertEquals(
        2, List.of(1, 2).stream().map(n -> issue(n)).map(schedule::concurrency).distinct().count());
  }

  @Test
  void so_many_fire_at_a_tick_the_oldest_first_and_the_others_later() {
    save(
        new Schedule(
            FIVE_MINUTES, Overlap.SKIP, Duration.ZERO, SubjectKind.ISSUE, Firing.ON_CHANGE, 2),
        ANYTHING);
    for (int number = 1; number <= 5; number++) {
      world.take(Happened.issue(number, "opened", at(number), Map.of()));
    }

    tick(at(300));
    assertEquals(List.of("issue#1", "issue#2"), subjects());
    tick(at(600));
    assertEquals(List.of("issue#1", "issue#2", "issue#3", "issue#4"), subjects());
    tick(at(900));
    tick(at(1200));

    assertEquals(5, subjects().size());
  }

  @Test
  void one_that_repeats_fires_at_every_tick() {
    save(
        new Schedule(
            FIVE_MINUTES,
            Overlap.SKIP,
            Duration.ZERO,
            SubjectKind.PR,
            Firing.EVERY_TICK,
            Schedule.UNLIMITED),
        ANYTHING);
    world.take(Happened.opened(T0));

    tick(at(300));
    tick(at(600));

    assertEquals(List.of("pr#42", "pr#42"), subjects());
  }

  @Test
  void an_issue_nobody_spoke_about_is_found_and_one_that_was_spoken_about_is_not() {
    var stale = leaf("updated_at", Operator.OLDER_THAN, "1h");
    save(
        new Schedule(
            FIVE_MINUTES, Overlap.SKIP, Duration.ZERO, SubjectKind.ISSUE, Firing.ON_CHANGE, 30),
        stale);
    world.take(Happened.issue(1, "opened", at(0), Map.of()));
    world.take(Happened.issue(2, "opened", at(0), Map.of()));
    world.take(Happened.issue(2, "labeled", at(3000), Map.of()));

    tick(at(3900));

    assertEquals(List.of("issue#1"), subjects());
  }

  @Test
  void a_comment_keeps_a_pull_request_from_being_stale() {
    save(
        Schedule.every(Duration.ofMinutes(5)),
        new Condition.All(
            List.of(
                leaf("pr_number", Operator.NOT_EXISTS, null),
                leaf("updated_at", Operator.OLDER_THAN, "1h"))));
    world.take(Happened.opened(T0));
    world.take(Happened.commented(at(3000)));

    tick(at(3900));
    assertEquals(List.of(), subjects());
    tick(at(6900));

    assertEquals(List.of("pr#42"), subjects());
  }

  @Test
  void what_would_have_fired_in_shadow_is_recorded_once_for_each_time_it_comes_to_hold() {
    var shadow =
        workflow(Schedule.every(Duration.ofMinutes(5)), leaf("build_duration", Operator.GT, 600));
    world.workflows.save(shadow.withState(WorkflowState.SHADOW));
    world.take(Happened.buildRequested(T0));

    for (int second = 300; second <= 1500; second += 300) {
      tick(at(second));
    }

    var only = world.deliveries.newest(at(1500), 10);
    assertEquals(1, only.size());
    assertEquals("schedule", only.getFirst().event());
    assertEquals(at(900), only.getFirst().receivedAt());
    assertEquals("build#7001.1", requireNonNull(only.getFirst().subject()).text());
    assertEquals(List.of(), started());
  }

  @Test
  void one_about_itself_is_recorded_in_shadow_once() {
    var shadow = workflow(Schedule.every(Duration.ofMinutes(5)), ANYTHING);
    world.workflows.save(shadow.withState(WorkflowState.SHADOW));

    tick(at(300));
    tick(at(600));

    assertEquals(1, world.deliveries.newest(at(600), 10).size());
  }

  @Test
  void one_that_looks_facts_up_starts_once_and_again_only_when_it_found_them_against_it() {
    save(
        new Schedule(
            FIVE_MINUTES, Overlap.ALLOW, Duration.ZERO, SubjectKind.PR, Firing.ON_CHANGE, 9),
        leaf("approvals", Operator.GTE, 1));
    world.take(Happened.opened(T0));

    tick(at(300));
    tick(at(600));
    assertEquals(1, started().size());
    endUndecided(world.executions.newest(at(600), 1).getFirst());
    tick(at(900));

    assertEquals(2, started().size());
  }

  private void endUndecided(Execution execution) {
    var asked = execution.ifUndecided().orElseThrow();
    var known = execution.facts().with("approvals", 0);
    world.executions.claim(execution.id(), "w", at(700), at(800));
    var ended =
        execution
            .decided(known, asked.explain(known))
            .endedAt(at(700), new Ending(ExecutionState.CANCELLED, "conditions do not hold"));
    world.executions.record(ended, "w", at(800));
  }

  private Optional<Concurrency.Policy> policy(Overlap overlap, Limits limits) {
    var here = new SlaWorld();
    var schedule = new Schedule(FIVE_MINUTES, overlap, Duration.ZERO, null, Firing.ON_CHANGE, 1);
    here.workflows.save(workflow(schedule, ANYTHING).withLimits(limits));
    here.time.set(at(300));
    here.startDueWorkflows.at(at(300));
    return here.executions
        .newest(at(300), 1)
        .getFirst()
        .limits()
        .ifConcurrent()
        .map(Concurrency::policy);
  }

  private static Subject issue(int number) {
    return Happened.issue(number, "opened", T0, Map.of()).subject();
  }

  private static Schedule daily(Duration catchUp) {
    var expression = ((Parsed.Good) CronExpression.parse("30 9 * * *")).expression();
    var timing = new Timing.Cron(expression, ZoneId.of("UTC"));
    return new Schedule(timing, Overlap.SKIP, catchUp, null, Firing.ON_CHANGE, 1);
  }

  private static Condition leaf(String field, Operator operator, @Nullable Object value) {
    return new Condition.Leaf(field, operator, new Operand.Literal(value));
  }

  private void save(Schedule schedule, Condition conditions) {
    world.workflows.save(workflow(schedule, conditions));
  }

  private static Workflow workflow(Schedule schedule, Condition conditions) {
    var plan = Plan.of(List.of(ActionSpec.of("step-1", "comment", Map.of("body", "hello"))));
    var triggers = List.of(Trigger.of(TriggerType.SCHEDULE));
    return Workflow.of(new WorkflowId("rule"), "Rule", triggers, conditions, plan)
        .withSchedule(schedule);
  }

  private void tick(Instant now) {
    world.time.set(now);
    world.startDueWorkflows.at(now);
  }

  /// Lists the causes of what was started, in order.
  private List<String> started() {
    return world.executions.newest(world.time.instant(), 100).reversed().stream()
        .map(execution -> execution.cause().id())
        .toList();
  }

  private List<String> subjects() {
    return world.executions.newest(world.time.instant(), 100).stream()
        .map(execution -> execution.subject().text())
        .sorted()
        .toList();
  }
}
