package dev.bellwether.domain.workflow;

import static dev.bellwether.testing.Given.NOW;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Simulation.Verdict;
import dev.bellwether.testing.Happened;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SimulationTest {
  private static final TriggerType OPENED = new TriggerType("github.pull_request.opened");
  private static final ActionSignature COMMENT =
      new ActionSignature(
          "comment",
          "Comments.",
          Repeat.ASK_FIRST,
          List.of(
              Parameter.required("body", Parameter.Type.TEXT, "the text")
                  .escapedFor(Escape.MARKDOWN)));

  @Test
  void one_that_fires_shows_what_would_run_as_its_actions_would_get_it() {
    var event = event("@everyone look", new Origin.Others());

    var simulation = simulated(workflow(leaf("files_changed", Operator.LT, 50)), event);

    assertEquals(Verdict.FIRES, simulation.verdict());
    var first = simulation.steps().getFirst();
    assertEquals(Truth.TRUE, first.runs());
    assertEquals(
        Map.of("body", "About " + Escape.MARKDOWN.apply("@everyone look")), first.parameters());
    assertEquals(List.of(0, 1, 1), simulation.steps().stream().map(SimulatedStep::stage).toList());
  }

  @Test
  void an_if_is_judged_as_far_as_is_known() {
    var steps =
        simulated(workflow(new Condition.All(List.of())), event("x", new Origin.Others())).steps();

    assertEquals(
        List.of(Truth.TRUE, Truth.FALSE, Truth.UNKNOWN),
        steps.stream().map(SimulatedStep::runs).toList());
  }

  @Test
  void one_that_does_not_fire_says_why_and_would_run_nothing() {
    var simulation =
        simulated(
            workflow(leaf("files_changed", Operator.GT, 50)), event("x", new Origin.Others()));

    assertEquals(Verdict.DOES_NOT_FIRE, simulation.verdict());
    assertEquals(List.of(), simulation.steps());
    assertEquals(12, requireNonNull(simulation.explanation()).seen());
  }

  @Test
  void one_that_depends_on_what_is_looked_up_names_it() {
    var simulation =
        simulated(workflow(leaf("approvals", Operator.GTE, 1)), event("x", new Origin.Others()));

    assertEquals(Verdict.DEPENDS_ON_LOOKUP, simulation.verdict());
    assertEquals(Set.of("approvals"), simulation.lookedUp());
    assertEquals(3, simulation.steps().size());
  }

  @Test
  void one_that_listens_to_something_else_is_not_asked() {
    var elsewhere = workflow(new Condition.All(List.of()), new TriggerType("issue_opened"));

    var simulation = simulated(elsewhere, event("x", new Origin.Others()));

    assertEquals(Verdict.NOT_LISTENING, simulation.verdict());
    assertNull(simulation.explanation());
  }

  @Test
  void our_own_doing_is_told_apart() {
    var simulation =
        simulated(workflow(new Condition.All(List.of())), event("x", new Origin.Own("e-1")));

    assertEquals(Verdict.OWN_DOING, simulation.verdict());
  }

  @Test
  void one_that_is_paused_or_in_shadow_is_judged_as_if_it_were_active() {
    for (var state : WorkflowState.values()) {
      var workflow = workflow(new Condition.All(List.of())).withState(state);

      var simulation = simulated(workflow, event("x", new Origin.Others()));

      assertEquals(Verdict.FIRES, simulation.verdict());
      assertEquals(state, simulation.workflow().state());
    }
  }

  @Test
  void what_is_kept_of_a_payload_is_without_secrets_and_addresses_of_apis() {
    var payload =
        Map.<String, Object>of(
            "action", "opened",
            "installation", Map.of("id", 7, "access_token", "ghs_1"),
            "repository",
                Map.of(
                    "html_url", "https://github.com/octo/hello",
                    "keys_url", "https://api.github.com/repos/octo/hello/keys{/key_id}",
                    "hooks_url", "https://ghe.example.com/api/v3/repos/octo/hello/hooks",
                    "target_url", "https://ci.example.com/1"),
            "commits", List.of(Map.of("id", "1", "node_id", "xyz")));
    var opened = Happened.opened(NOW);
    var event =
        new Event(
            opened.name(),
            opened.triggers(),
            opened.subject(),
            opened.facts().with("event", payload),
            NOW);

    var kept = Delivery.of("d-1", event, NOW, List.of()).ifKept().orElseThrow().facts();

    assertEquals(
        Map.of(
            "action", "opened",
            "installation", Map.of("id", 7),
            "repository",
                Map.of(
                    "html_url", "https://github.com/octo/hello",
                    "target_url", "https://ci.example.com/1"),
            "commits", List.of(Map.of("id", "1"))),
        kept.get("event").orElseThrow());
    assertEquals(opened.facts().get("title"), kept.get("title"));
  }

  private static Simulation simulated(Workflow workflow, Event event) {
    return Simulation.of(workflow, event, NOW, List.of(COMMENT));
  }

  private static Event event(String title, Origin origin) {
    var opened = Happened.opened(NOW);
    return new Event(
        opened.name(),
        opened.triggers(),
        opened.subject(),
        opened.facts().with("title", title),
        NOW,
        origin);
  }

  private static Workflow workflow(Condition conditions) {
    return workflow(conditions, OPENED);
  }

  private static Workflow workflow(Condition conditions, TriggerType trigger) {
    var first = ActionSpec.of("a", "comment", Map.of("body", "About {{title}}"));
    var never =
        ActionSpec.of("b", "comment", Map.of("body", "b")).when(leaf("title", Operator.EQ, "no"));
    var later =
        ActionSpec.of("c", "comment", Map.of("body", "c"))
            .when(leaf("steps.a.state", Operator.EQ, "succeeded"));
    return Workflow.of(
        new WorkflowId("w"),
        "W",
        List.of(Trigger.of(trigger)),
        conditions,
        new Plan(List.of(new Stage(List.of(first)), new Stage(List.of(never, later))), List.of()));
  }

  private static Condition leaf(String field, Operator operator, @Nullable Object value) {
    return new Condition.Leaf(field, operator, new Operand.Literal(value));
  }
}
