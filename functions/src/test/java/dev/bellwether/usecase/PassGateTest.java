package dev.bellwether.usecase;

import static dev.bellwether.usecase.EngineWorld.T0;
import static dev.bellwether.usecase.EngineWorld.pullRequest;
import static dev.bellwether.usecase.EngineWorld.workflow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Concurrency;
import dev.bellwether.domain.workflow.Concurrency.Policy;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Origin;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerFilter;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.port.Lookups.Answer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who is let in: concurrency, cooldown, chains and runaways.
class PassGateTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final List<String> began = new ArrayList<>();
  private final ScriptedAction act =
      ScriptedAction.safe(
          "act",
          call -> {
            began.add(call.subject().key() + " at " + Duration.between(T0, call.now()).toMinutes());
            return Outcome.done();
          });
  private final ScriptedAction tell =
      ScriptedAction.safe("send_notification", call -> Outcome.done());
  private final EngineWorld world = new EngineWorld(act, tell);

  @Test
  void whoever_minds_nobody_runs_beside_the_others() {
    saveSlow(Policy.ALLOW);

    openThreeAndPass();

    assertEquals(List.of("1 at 10", "2 at 11", "3 at 12"), began);
  }

  @Test
  void skip_does_nothing_while_another_is_under_way() {
    saveSlow(Policy.SKIP);

    openThreeAndPass();
    world.opened(4);
    world.pass(HOUR);

    assertEquals(List.of("1 at 10", "4 at 132"), began);
    var skipped = world.of("w").get(1);
    assertEquals(ExecutionState.CANCELLED, skipped.state());
    assertTrue(because(skipped).startsWith("Another execution for the same key is under way"));
  }

  @Test
  void queue_takes_turns_in_order_of_creation() {
    saveSlow(Policy.QUEUE);

    openThreeAndPass();

    assertEquals(List.of("1 at 10", "2 at 20", "3 at 30"), began);
  }

  @Test
  void who_waits_for_its_turn_says_so() {
    saveSlow(Policy.QUEUE);

    world.opened(1);
    world.settle();
    var second = world.opened(2).getFirst();
    world.settle();

    assertEquals("its turn; 1 before it", world.now(second).progress().note());
  }

  @Test
  void the_turn_of_one_whose_wake_up_was_lost_comes_all_the_same() {
    saveSlow(Policy.QUEUE);
    var first = world.opened(1).getFirst();
    world.settle();
    var second = world.opened(2).getFirst();
    world.settle();
    var lane = world.now(first).lane().orElseThrow();

    world.lanes.replace(world.lanes.find(lane).leave(first));
    world.pass(EnterLane.LOOK_AGAIN.plus(Duration.ofMinutes(10)));

    assertEquals(ExecutionState.SUCCEEDED, world.now(second).state());
  }

  @Test
  void cancel_previous_leaves_only_the_newest() {
    saveSlow(Policy.CANCEL_PREVIOUS);

    openThreeAndPass();

    assertEquals(List.of("3 at 12"), began);
    assertEquals(
        List.of(ExecutionState.CANCELLED, ExecutionState.CANCELLED, ExecutionState.SUCCEEDED),
        world.of("w").stream().map(Execution::state).toList());
    assertEquals(
        "Cancelled by workflow w: A newer execution took over", because(world.of("w").get(0)));
  }

  @Test
  void an_older_one_that_comes_late_does_not_displace_a_newer() {
    saveSlow(Policy.CANCEL_PREVIOUS);
    var older = world.opened(1).getFirst();
    world.time.pass(Duration.ofMinutes(1));
    var newer = world.opened(2).getFirst();

    world.runExecution.run(newer, "first");
    world.runExecution.run(older, "second");
    world.pass(HOUR);

    assertEquals(ExecutionState.CANCELLED, world.now(older).state());
    assertEquals(ExecutionState.SUCCEEDED, world.now(newer).state());
  }

  @Test
  void executions_of_different_keys_do_not_mind_each_other() {
    save(new Limits(new Concurrency("{{number}}", Policy.SKIP), Duration.ZERO, 5, HOUR));

    openThreeAndPass();

    assertEquals(List.of("1 at 10", "2 at 11", "3 at 12"), began);
  }

  @Test
  void one_subject_is_left_alone_for_the_cooldown_and_others_are_not() {
    save(new Limits(null, Duration.ofMinutes(30), 5, HOUR));

    world.opened(1);
    world.pass(Duration.ofMinutes(20));
    world.opened(1);
    world.opened(2);
    world.pass(Duration.ofMinutes(20));
    world.opened(1);
    world.pass(HOUR);

    assertEquals(List.of("1 at 10", "2 at 30", "1 at 50"), began);
    assertTrue(world.of("w").stream().anyMatch(e -> e.state() == ExecutionState.CANCELLED));
  }

  @Test
  void more_than_twenty_firings_an_hour_stop_the_workflow_for_that_subject_and_people_are_told() {
    world.save(workflow("w", ActionSpec.of("a", "act", Map.of())));

    for (int i = 0; i < 30; i++) {
      world.opened(1);
      world.pass(Duration.ofSeconds(30));
    }
    world.opened(2);
    world.settle();

    assertEquals(21, began.size());
    var stopped = world.of("w").get(25);
    assertEquals(ExecutionState.CANCELLED, stopped.state());
    assertTrue(because(stopped).contains("more than 20 times for octo/hello pr#1"));
    assertEquals(1, world.of("bellwether-alert").size());
    assertEquals(2, tell.calls.size());

    world.pass(HOUR.plusMinutes(1));
    world.opened(1);
    world.settle();
    assertEquals(22, began.size());
  }

  @Test
  void a_workflow_that_fails_because_of_a_failure_does_not_go_on_for_ever() {
    var failing = workflow("w", ActionSpec.of("a", "gone", Map.of()));
    var listening =
        Workflow.of(
            failing.id(),
            "w",
            List.of(Trigger.of(EngineWorld.PR_CREATED), Trigger.of(TriggerType.WORKFLOW_FAILED)),
            failing.conditions(),
            failing.plan());
    world.save(listening);

    world.opened(1);
    world.pass(HOUR);

    assertEquals(7, world.of("w").size());
    assertTrue(world.of("w").stream().anyMatch(e -> because(e).contains("led to one another")));
    assertEquals(1, world.of("bellwether-alert").size());
  }

  @Test
  void what_we_did_ourselves_is_one_link_further_down_the_chain() {
    var own = new Trigger(EngineWorld.PR_CREATED, TriggerFilter.NONE, Trigger.OwnEvents.INCLUDED);
    var any = workflow("w", ActionSpec.of("a", "act", Map.of()));
    world.save(Workflow.of(any.id(), "w", List.of(own), any.conditions(), any.plan()));

    var first = delivered("d-1", new Origin.Others());
    var second = delivered("d-2", new Origin.Own(first.id().value()));
    var unknown = delivered("d-3", new Origin.Own(null));

    assertEquals(0, first.cause().depth());
    assertEquals(1, second.cause().depth());
    assertEquals(1, unknown.cause().depth());
    for (int depth = 2; depth <= 6; depth++) {
      second = delivered("d-" + (depth + 9), new Origin.Own(second.id().value()));
    }
    world.settle();
    assertEquals(ExecutionState.CANCELLED, world.now(second.id()).state());
  }

  @Test
  void conditions_that_need_facts_looked_up_are_decided_when_it_begins() {
    saveApproved();
    world.lookups = (subject, known, names) -> new Answer.Found(known.with("approvals", 2));

    var id = world.opened(1).getFirst();
    world.settle();

    assertEquals(ExecutionState.SUCCEEDED, world.now(id).state());
    assertEquals(Truth.TRUE, Objects.requireNonNull(world.now(id).explanation()).truth());
    assertEquals(1, began.size());
  }

  @Test
  void conditions_that_do_not_hold_once_facts_are_looked_up_end_it_with_nothing_done() {
    saveApproved();
    world.lookups = (subject, known, names) -> new Answer.Found(known.with("approvals", 0));

    var id = world.opened(1).getFirst();
    world.settle();

    assertEquals(ExecutionState.CANCELLED, world.now(id).state());
    assertEquals("approvals gte 1 is false; seen: 0", because(world.now(id)));
    assertEquals(0, began.size());
  }

  @Test
  void a_lookup_that_fails_for_now_is_tried_again_and_one_that_fails_for_good_fails_it() {
    saveApproved();
    var answers = new ArrayDeque<Answer>();
    answers.add(new Answer.Failed(Failure.Transient.of("GitHub answered 502")));
    answers.add(new Answer.Failed(new Failure.Permanent("http_404", "GitHub answered 404")));
    world.lookups = (subject, known, names) -> answers.remove();

    var id = world.opened(1).getFirst();
    world.settle();
    assertEquals("GitHub: GitHub answered 502", world.now(id).progress().note());

    world.pass(DecideUndecided.PATIENCE);
    assertEquals(ExecutionState.FAILED, world.now(id).state());
    assertEquals("Facts could not be looked up: GitHub answered 404", because(world.now(id)));
  }

  @Test
  void what_is_unknown_for_want_of_other_facts_starts_nothing() {
    var any = workflow("w", ActionSpec.of("a", "act", Map.of()));
    var unknown = new Condition.Leaf("milestone", Operator.EQ, new Operand.Literal("v1"));
    world.save(Workflow.of(any.id(), "w", any.triggers(), unknown, any.plan()));

    assertEquals(List.of(), world.opened(1));
  }

  private void saveApproved() {
    var any = workflow("w", ActionSpec.of("a", "act", Map.of()));
    var approved = new Condition.Leaf("approvals", Operator.GTE, new Operand.Literal(1));
    world.save(Workflow.of(any.id(), "w", any.triggers(), approved, any.plan()));
  }

  private Execution delivered(String id, Origin origin) {
    var event =
        new Event(
            "pull_request.opened",
            Set.of(EngineWorld.PR_CREATED),
            pullRequest(1),
            Facts.none(),
            T0,
            origin);
    return world.now(world.startWorkflows.onDelivery(event, id, T0).started().getFirst());
  }

  private void saveSlow(Policy policy) {
    save(new Limits(new Concurrency("deploy", policy), Duration.ZERO, 5, HOUR.multipliedBy(3)));
  }

  private void save(Limits limits) {
    var slowly = ActionSpec.of("rest", "wait", Map.of("seconds", 600));
    world.save(workflow("w", slowly, ActionSpec.of("a", "act", Map.of())).withLimits(limits));
  }

  private void openThreeAndPass() {
    for (int number = 1; number <= 3; number++) {
      world.happens(EngineWorld.PR_CREATED, pullRequest(number));
      world.pass(Duration.ofMinutes(1));
    }
    world.pass(HOUR.multipliedBy(2).minusMinutes(1));
  }

  private static String because(Execution execution) {
    return execution.ending().orElseThrow().because();
  }
}
