package dev.bellwether.adapter.json;

import static dev.bellwether.adapter.json.Definitions.accepted;
import static dev.bellwether.adapter.json.Definitions.good;
import static dev.bellwether.adapter.json.Definitions.patched;
import static dev.bellwether.adapter.json.Definitions.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DefinitionReaderTest {
  @Test
  void the_seeds_review_automation_is_accepted_as_it_is() {
    var workflow = accepted(Definitions.seeds().getFirst());

    assertEquals("pr-review-automation", workflow.id().value());
    assertEquals(List.of(Trigger.of(new TriggerType("pr_created"))), workflow.triggers());
    assertEquals(
        new Condition.All(
            List.of(new Condition.Leaf("files_changed", Operator.LT, new Operand.Literal(50)))),
        workflow.conditions());
    assertEquals(
        Plan.of(
            List.of(
                ActionSpec.of("step-1", "assign_reviewer", Map.of("reviewer", "lead-developer")),
                ActionSpec.of("step-2", "update_status", Map.of("status", "ready_for_review")))),
        workflow.plan());
  }

  @Test
  void the_seeds_build_monitor_is_accepted_as_it_is() {
    var workflow = accepted(Definitions.seeds().getLast());

    assertEquals(Schedule.every(Duration.ofMinutes(5)), workflow.schedule());
    assertEquals(
        Map.of("level", 1, "notification_channels", List.of("slack", "email")),
        workflow.plan().all().findFirst().orElseThrow().parameters());
  }

  @TestFactory
  Stream<DynamicTest> accepts_as_the_cases_say() {
    return Definitions.cases("accepted")
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.toString(),
                    () -> {
                      var canonical = WorkflowJson.write(accepted(patched(c.path(0))));
                      assertEquals(c.path(2), again(canonical).at(c.path(1).textValue()));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> refuses_as_the_cases_say() {
    return Definitions.cases("refused")
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.toString(),
                    () -> {
                      var faults = refused(patched(c.path(0)));
                      assertEquals(List.of(c.path(1).textValue()), pointers(faults));
                      var detail = faults.getFirst().detail();
                      assertTrue(detail.contains(c.path(2).textValue()), detail);
                    }));
  }

  @Test
  void everything_wrong_is_told_at_once_in_the_order_read() {
    var definition =
        Json.read(
            """
            {"trigger": ["x", {"type": "y", "branches": 5}], "priority": 0, "colour": "red",
             "conditions": [{"field": "a", "operator": "lt"}, {"any": [{"field": "b"}]}],
             "actions": [{"type": "assign_reviewer"},
                         {"parallel": [{"type": "nope", "retry": {"backoff": 0}}]}],
             "on_failure": [{}]}\
            """);

    assertEquals(
        List.of(
            "/name",
            "/trigger/0",
            "/trigger/1/type",
            "/trigger/1/branches",
            "/conditions/0/value",
            "/conditions/1/any/0/operator",
            "/actions/0/parameters/reviewer",
            "/actions/1/parallel/0/type",
            "/actions/1/parallel/0/retry/backoff",
            "/on_failure/0/type",
            "/priority",
            "/colour"),
        pointers(refused(definition)));
  }

  @Test
  void groups_nest_to_the_limit_and_no_deeper() {
    accepted(nested(Condition.MAX_DEPTH));

    var faults = refused(nested(Condition.MAX_DEPTH + 1));

    assertEquals(List.of("/conditions/0" + "/not".repeat(Condition.MAX_DEPTH)), pointers(faults));
  }

  @Test
  void there_are_at_most_50_actions_those_in_parallel_counted() {
    var definition = good();
    var action = definition.required("actions").path(0);
    var group = Json.object();
    group.putArray("parallel").addAll(Collections.nCopies(40, action));

    definition.putArray("actions").addAll(Collections.nCopies(10, action)).add(group);
    accepted(definition);

    definition.withArray("actions").add(action);
    assertEquals(List.of("/actions"), pointers(refused(definition)));

    definition.putArray("actions").add(action);
    definition.putArray("on_failure").addAll(Collections.nCopies(51, action));
    assertEquals(List.of("/on_failure"), pointers(refused(definition)));
  }

  @Test
  void a_document_that_is_no_object_is_refused() {
    assertEquals(List.of(""), pointers(refused(Json.read("[1]"))));
  }

  private static JsonNode nested(int depth) {
    var leaf = "{\"field\": \"a\", \"operator\": \"exists\"}";
    var definition = good();
    definition
        .putArray("conditions")
        .add(Json.read("{\"not\": ".repeat(depth) + leaf + "}".repeat(depth)));
    return definition;
  }

  private static JsonNode again(JsonNode json) {
    return Json.read(Json.write(json));
  }

  private static List<String> pointers(List<Fault> faults) {
    return faults.stream().map(Fault::pointer).toList();
  }
}
