package dev.bellwether.domain.workflow;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Any;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Not;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.testing.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkflowIndexTest {
  private static final TriggerType OPENED = new TriggerType("pr_created");
  private static final TriggerType LABELED = new TriggerType("pr_labeled");
  private static final List<Object> VALUES = List.of("main", "dev", 1, "1", 1.0, true, "true", "x");

  private record Drawn(List<Workflow> workflows, Event event) {}

  @Test
  void whatever_would_fire_is_a_candidate() {
    forAll(
        1,
        3_000,
        WorkflowIndexTest::drawn,
        drawn -> {
          var candidates = new WorkflowIndex(drawn.workflows()).candidates(drawn.event());
          for (var workflow : drawn.workflows()) {
            var truth =
                workflow.asks(drawn.event()).map(asked -> asked.test(drawn.event().facts()));
            if (truth.filter(Truth.TRUE::equals).isPresent()) {
              assertTrue(candidates.contains(workflow), workflow.id().value());
            }
          }
        });
  }

  @Test
  void of_many_workflows_for_other_branches_none_is_asked() {
    var workflows =
        IntStream.range(0, 1_000)
            .mapToObj(i -> workflow(i, leaf("base_branch", Operator.EQ, "release/" + i)))
            .toList();
    var index = new WorkflowIndex(workflows);

    assertEquals(
        List.of(workflows.get(7)),
        List.copyOf(index.candidates(event(Map.of("base_branch", "release/7")))));
    assertEquals(1_000, index.countListening(Set.of(OPENED)));
    assertEquals(0, index.countListening(Set.of(LABELED)));
  }

  @Test
  void a_filter_by_the_repository_s_own_name_is_indexed_like_a_condition() {
    var filter =
        new TriggerFilter(List.of("octo/hello"), List.of(), List.of(), List.of(), List.of());
    var any = workflow(1, new All(List.of()));
    var one =
        Workflow.of(
            any.id(),
            "one",
            List.of(new Trigger(OPENED, filter, Trigger.OwnEvents.IGNORED)),
            any.conditions(),
            any.plan());
    var index = new WorkflowIndex(List.of(one));

    assertEquals(1, index.candidates(event(Map.of("repository", "octo/hello"))).size());
    assertEquals(0, index.candidates(event(Map.of("repository", "octo/other"))).size());
  }

  @Test
  void what_waits_for_a_fact_to_be_looked_up_is_a_candidate() {
    var index =
        new WorkflowIndex(List.of(workflow(1, leaf("author_permission", Operator.EQ, "admin"))));

    assertEquals(1, index.candidates(event(Map.of())).size());
    assertEquals(0, index.candidates(event(Map.of("author_permission", "read"))).size());
  }

  @Test
  void what_is_paused_is_nobody_s_candidate() {
    var paused = workflow(1, new All(List.of())).withState(WorkflowState.PAUSED);

    assertFalse(new WorkflowIndex(List.of(paused)).candidates(event(Map.of())).contains(paused));
  }

  private static Drawn drawn(RandomGenerator random) {
    var workflows = new ArrayList<Workflow>();
    for (int i = 0; i < 20; i++) {
      workflows.add(workflow(i, condition(random, 2)));
    }
    var facts = new HashMap<String, @Nullable Object>();
    for (var field : List.of("a", "b", "repository")) {
      if (random.nextInt(4) > 0) {
        facts.put(field, VALUES.get(random.nextInt(VALUES.size())));
      }
    }
    return new Drawn(workflows, event(facts));
  }

  private static Condition condition(RandomGenerator random, int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(6)) {
      case 0, 1 -> new All(List.of(condition(random, depth - 1), condition(random, depth - 1)));
      case 2 -> new Any(List.of(condition(random, depth - 1), condition(random, depth - 1)));
      case 3 -> new Not(condition(random, depth - 1));
      default -> drawnLeaf(random);
    };
  }

  private static Leaf drawnLeaf(RandomGenerator random) {
    var field = List.of("a", "b", "repository").get(random.nextInt(3));
    var value = VALUES.get(random.nextInt(VALUES.size()));
    var other = VALUES.get(random.nextInt(VALUES.size()));
    return switch (random.nextInt(4)) {
      case 0 -> leaf(field, Operator.IN, List.of(value, other));
      case 1 -> leaf(field, Operator.GLOB, String.valueOf(value));
      case 2 -> leaf(field, Operator.NE, value);
      default -> leaf(field, Operator.EQ, value);
    };
  }

  private static Workflow workflow(int number, Condition condition) {
    return Workflow.of(
        new WorkflowId("w-" + number),
        "w",
        List.of(Trigger.of(OPENED)),
        condition,
        new Plan(List.of(), List.of()));
  }

  private static Event event(Map<String, @Nullable Object> facts) {
    var subject = Given.aPullRequest(1);
    return new Event("pull_request.opened", Set.of(OPENED), subject, new Facts(facts), Given.NOW);
  }

  private static Leaf leaf(String field, Operator operator, Object value) {
    return new Leaf(field, operator, new Operand.Literal(value));
  }
}
