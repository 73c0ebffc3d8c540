package dev.bellwether.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlueprintFillerTest {
  private static final String TEMPLATE =
      """
      {"id": "t", "name": "T", "description": "Does something.",
       "parameters": {
         "reviewer": {"type": "text", "description": "a login", "required": true},
         "priority": {"type": "integer", "description": "1 to 10", "default": 5},
         "level": {"type": "integer", "description": "how bad", "allowed": [1, 2], "default": 1}},
       "definition": {
         "name": "Made of T", "trigger": "pr_created", "priority": "${priority}",
         "actions": [
           {"type": "assign_reviewer", "parameters": {"reviewer": "${reviewer}"}},
           {"type": "escalate_sla", "parameters": {"level": "${level}"}}]}}\
      """;

  private final BlueprintFiller filler = new BlueprintFiller(Definitions.READER);

  @Test
  void a_filled_template_is_a_workflow_like_any_other() {
    var workflow = accepted("{\"parameters\": {\"reviewer\": \"mona\", \"level\": 2}}");

    assertEquals("made-of-t", workflow.id().value());
    assertEquals(5, workflow.limits().priority());
    assertEquals(
        List.of("{reviewer=mona}", "{level=2}"),
        workflow.plan().all().map(action -> action.parameters().toString()).toList());
  }

  @Test
  void id_name_and_state_may_be_chosen() {
    var workflow =
        accepted(
            """
            {"parameters": {"reviewer": "mona"}, "id": "mine", "name": "Mine", "state": "shadow"}\
            """);

    assertEquals("mine", workflow.id().value());
    assertEquals("Mine", workflow.name());
    assertEquals(WorkflowState.SHADOW, workflow.state());
  }

  @Test
  void what_is_wrong_is_told_where_it_was_entered() {
    assertEquals(
        List.of("/parameters/level", "/parameters/reviewer"),
        pointers("{\"parameters\": {\"level\": 3}}").stream().sorted().toList());
    assertEquals(
        List.of("/parameters/priority"),
        pointers("{\"parameters\": {\"reviewer\": \"mona\", \"priority\": 11}}"));
    assertEquals(
        List.of("/id", "/state"),
        pointers("{\"parameters\": {\"reviewer\": \"mona\"}, \"id\": \"A B\", \"state\": \"on\"}"));
    assertEquals(List.of("/paramters", "/parameters/reviewer"), pointers("{\"paramters\": {}}"));
    assertEquals(List.of(""), pointers("[]"));
  }

  @Test
  void a_template_is_written_as_it_was_read() {
    var blueprint = BlueprintJson.read(Json.read(TEMPLATE));

    assertEquals(blueprint, BlueprintJson.read(BlueprintJson.write(blueprint)));
  }

  private Workflow accepted(String document) {
    return switch (fill(document)) {
      case Reading.Accepted<Workflow>(var workflow) -> workflow;
      case Reading.Refused<Workflow>(var faults) -> fail(faults.toString());
    };
  }

  private List<String> pointers(String document) {
    return switch (fill(document)) {
      case Reading.Accepted<Workflow>(var workflow) -> fail("accepted: " + workflow);
      case Reading.Refused<Workflow>(var faults) -> faults.stream().map(Fault::pointer).toList();
    };
  }

  private Reading<Workflow> fill(String document) {
    return filler.fill(BlueprintJson.read(Json.read(TEMPLATE)), Json.read(document));
  }
}
