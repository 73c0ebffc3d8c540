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
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
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
  private static final List<Object> VALUES =
      List.of("main", "Main", "dev", 1, "1", 1.0, true, "true", "x", "x*");
  private static final List<String> FIELDS =
      List.of(
          "a",
          "repository",
          "labels",
          "label",
          "branch",
          "files",
          "files.count",
          "author_permission");
  private static final List<Operator> OPERATORS =
      Arrays.stream(Operator.values())
          .filter(o -> o == Operator.GLOB || (o.takesFact() && o.takes() != Operator.Takes.RANGE))
          .toList();

  private record Drawn(List<Workflow> workflows, Event event, Event lookedUp) {}

  @Test
  void whatever_would_fire_is_a_candidate_before_and_after_facts_are_looked_up() {
    forAll(
        1,
        3_000,
        WorkflowIndexTest::drawn,
        drawn -> {
          var index = new WorkflowIndex(drawn.workflows());
          for (var event : List.of(drawn.event(), drawn.lookedUp())) {
            var fired = drawn.workflows().stream().filter(w -> fires(w, event)).toList();
            var found = index.candidates(drawn.event());
            assertEquals(fired, fired.stream().filter(found::contains).toList());
          }
        });
  }

  @Test
  void asking_the_candidates_tells_the_same_as_asking_all() {
    forAll(
        2,
        1_000,
        WorkflowIndexTest::drawn,
        drawn -> {
          var index = new WorkflowIndex(drawn.workflows());
          assertEquals(
              drawn.workflows().stream().filter(w -> fires(w, drawn.event())).toList(),
              index.candidates(drawn.event()).stream()
                  .filter(w -> fires(w, drawn.event()))
                  .toList());
        });
  }

  @Test
  void a_workflow_is_found_by_what_is_rarest_among_all_it_needs() {
    var workflows =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    workflow(
                        i,
                        new All(
                            List.of(
                                leaf("draft", Operator.EQ, false),
                                leaf("labels", Operator.CONTAINS, "area/" + i % 50)))))
            .toList();
    var index = new WorkflowIndex(workflows);

    var event = event(Map.of("draft", false, "labels", List.of("bug", "Area/7")));

    assertEquals(List.of(workflows.get(57), workflows.get(7)), index.candidates(event));
    assertEquals(List.of(), index.candidates(event(Map.of("draft", false, "labels", List.of()))));
  }

  @Test
  void a_choice_is_found_by_any_of_its_parts() {
    var choice =
        new Any(List.of(leaf("author", Operator.IEQ, "Octocat"), leaf("size", Operator.EQ, 3)));
    var index = new WorkflowIndex(List.of(workflow(1, choice)));

    assertEquals(1, index.candidates(event(Map.of("author", "octoCat"))).size());
    assertEquals(1, index.candidates(event(Map.of("size", "3.0"))).size());
    assertEquals(0, index.candidates(event(Map.of("author", "hubot", "size", 4))).size());
  }

  @Test
  void a_number_of_a_thousand_million_digits_is_only_a_number() {
    var index = new WorkflowIndex(List.of(workflow(1, leaf("size", Operator.EQ, 3))));

    var huge = event(Map.of("size", new BigDecimal("1e999999999")));

    assertEquals(List.of(), index.candidates(huge));
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

  private static boolean fires(Workflow workflow, Event event) {
    return workflow.asks(event).filter(a -> a.test(event.facts()) == Truth.TRUE).isPresent();
  }

  private static Drawn drawn(RandomGenerator random) {
    var workflows = new ArrayList<Workflow>();
    for (int i = 10; i < 30; i++) {
      workflows.add(drawnWorkflow(random, i));
    }
    var known = new HashMap<String, @Nullable Object>();
    for (var field : FIELDS) {
      if (random.nextInt(3) > 0) {
        known.put(field, fact(random));
      }
    }
    var more = new HashMap<>(known);
    more.putIfAbsent("files", fact(random));
    more.putIfAbsent("author_permission", fact(random));
    return new Drawn(workflows, event(known), event(more));
  }

  private static Object fact(RandomGenerator random) {
    return random.nextInt(3) > 0
        ? VALUES.get(random.nextInt(VALUES.size()))
        : random.ints(random.nextInt(4), 0, VALUES.size()).mapToObj(VALUES::get).toList();
  }

  private static Workflow drawnWorkflow(RandomGenerator random, int number) {
    var one = workflow(number, condition(random, 3));
    var names = random.nextBoolean() ? List.of("main", "x*") : List.<String>of();
    var filter = new TriggerFilter(names, List.of(), List.of(), List.of(), List.of());
    var narrow = new Trigger(OPENED, filter, Trigger.OwnEvents.IGNORED);
    var labeled =
        new TriggerFilter(List.of(), List.of("dev"), List.of(), List.of("main"), List.of());
    return switch (random.nextInt(3)) {
      case 0 -> one;
      case 1 -> with(one, List.of(narrow, Trigger.of(LABELED)));
      default ->
          with(one, List.of(narrow, new Trigger(OPENED, labeled, Trigger.OwnEvents.IGNORED)));
    };
  }

  private static Workflow with(Workflow workflow, List<Trigger> triggers) {
    return Workflow.of(
        workflow.id(), workflow.name(), triggers, workflow.conditions(), workflow.plan());
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
    var field = FIELDS.get(random.nextInt(FIELDS.size()));
    var value = VALUES.get(random.nextInt(VALUES.size()));
    var other = VALUES.get(random.nextInt(VALUES.size()));
    var operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
    return leaf(
        field,
        operator,
        switch (operator.takes()) {
          case LIST -> List.of(value, other);
          case GLOB_TEXT -> String.valueOf(value);
          default -> value;
        });
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
