package dev.bellwether.adapter.json;

import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Parameter;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DefinitionReaderTest {
  private static final DefinitionReader READER =
      new DefinitionReader(
          List.of(
              signature("assign_reviewer", required("reviewer", Parameter.Type.TEXT, "a login")),
              signature("update_status", required("status", Parameter.Type.TEXT, "a label")),
              signature(
                  "escalate_sla",
                  required("level", Parameter.Type.INTEGER, "1 to 3"),
                  optional("notification_channels", Parameter.Type.TEXTS, "where to"))));

  private static final String GOOD =
      """
      {"name": "Good", "trigger": "pr_created",
       "actions": [{"type": "assign_reviewer", "parameters": {"reviewer": "lead"}}]}\
      """;

  @Test
  void the_review_template_is_accepted_as_it_is() throws IOException {
    var workflow = accepted(resource("/templates/pr-review-automation.json"));

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
  void the_sla_template_is_accepted_as_it_is() throws IOException {
    var workflow = accepted(resource("/templates/build-time-sla-monitor.json"));

    assertEquals(Schedule.every(Duration.ofMinutes(5)), workflow.schedule());
    assertEquals(
        Map.of("level", 1, "notification_channels", List.of("slack", "email")),
        workflow.plan().all().findFirst().orElseThrow().parameters());
  }

  @Test
  void what_is_written_is_accepted_and_the_same() throws IOException {
    var workflow = accepted(resource("/templates/build-time-sla-monitor.json")).withVersion(4);

    assertEquals(workflow, accepted(WorkflowJson.write(workflow)));
  }

  @Test
  void the_seeds_retry_count_is_the_number_of_attempts() {
    var inAction = Json.read(GOOD);
    action(inAction).put("retry_count", 5);
    var inRetry = Json.read(GOOD);
    action(inRetry).putObject("retry").put("retry_count", 5);

    for (var definition : List.of(inAction, inRetry)) {
      assertEquals(
          5, accepted(definition).plan().all().findFirst().orElseThrow().retry().maxAttempts());
    }
  }

  @TestFactory
  Stream<DynamicTest> refuses_as_the_cases_say() throws IOException {
    return StreamSupport.stream(resource("/cases/definitions/refused.json").spliterator(), false)
        .skip(1)
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
            {"trigger": "x", "priority": 0, "colour": "red",
             "conditions": [{"field": "a", "operator": "lt"}, {"any": [{"field": "b"}]}],
             "actions": [{"type": "assign_reviewer"}, {"type": "nope"}]}\
            """);

    assertEquals(
        List.of(
            "/name",
            "/trigger",
            "/conditions/0/value",
            "/conditions/1/any/0/operator",
            "/actions/0/parameters/reviewer",
            "/actions/1/type",
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
  void a_document_that_is_no_object_is_refused() {
    assertEquals(List.of(""), pointers(refused(Json.read("[1]"))));
  }

  private static JsonNode nested(int depth) {
    var leaf = "{\"field\": \"a\", \"operator\": \"exists\"}";
    var definition = (ObjectNode) Json.read(GOOD);
    definition
        .putArray("conditions")
        .add(Json.read("{\"not\": ".repeat(depth) + leaf + "}".repeat(depth)));
    return definition;
  }

  private static JsonNode patched(JsonNode patch) {
    var definition = (ObjectNode) Json.read(GOOD);
    for (var change : patch.properties()) {
      if (change.getValue().isNull()) {
        definition.remove(change.getKey());
      } else {
        definition.set(change.getKey(), change.getValue());
      }
    }
    return definition;
  }

  private static ObjectNode action(JsonNode definition) {
    return (ObjectNode) definition.required("actions").path(0);
  }

  private static Workflow accepted(JsonNode definition) {
    return switch (READER.read(definition)) {
      case Reading.Accepted<Workflow>(var workflow) -> workflow;
      case Reading.Refused<Workflow>(var faults) -> fail(faults.toString());
    };
  }

  private static List<Fault> refused(JsonNode definition) {
    return switch (READER.read(definition)) {
      case Reading.Accepted<Workflow>(var workflow) -> fail("accepted: " + workflow);
      case Reading.Refused<Workflow>(var faults) -> faults;
    };
  }

  private static List<String> pointers(List<Fault> faults) {
    return faults.stream().map(Fault::pointer).toList();
  }

  private static ActionSignature signature(String type, Parameter... parameters) {
    return new ActionSignature(type, "", Repeat.SAFE, List.of(parameters));
  }

  private static JsonNode resource(String name) throws IOException {
    try (var in = DefinitionReaderTest.class.getResourceAsStream(name)) {
      return Json.read(in.readAllBytes());
    }
  }
}
