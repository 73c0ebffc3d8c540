package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownFactsTest {
  @Test
  void a_slip_is_found_in_conditions_and_in_templates() {
    assertEquals(
        List.of("autor", "files_chnaged"),
        UnknownFacts.of(workflow("pr_created", "files_chnaged", "{{autor}} {{author}}")));
  }

  @Test
  void what_another_trigger_carries_is_unknown_to_this_one() {
    assertEquals(
        List.of("build_name"), UnknownFacts.of(workflow("pr_created", "title", "{{build_name}}")));
    assertEquals(List.of(), UnknownFacts.of(workflow("build_failed", "branch", "{{build_name}}")));
  }

  @Test
  void members_the_payload_steps_and_what_is_looked_up_are_known() {
    assertEquals(
        List.of(),
        UnknownFacts.of(
            workflow(
                "pr_created", "labels.count", "{{event.x.y}} {{steps.a.error}} {{approvals}}")));
  }

  @Test
  void a_schedule_carries_what_any_subject_has() {
    assertEquals(
        List.of("nothing_known"),
        UnknownFacts.of(
            workflow("schedule", "build_duration", "{{updated_at}} {{nothing_known}}")));
  }

  private static Workflow workflow(String trigger, String fact, String text) {
    return new Workflow(
        new WorkflowId("w"),
        1,
        new About("W", "", List.of(), null),
        WorkflowState.ACTIVE,
        List.of(Trigger.of(new TriggerType(trigger))),
        null,
        new Condition.Leaf(fact, Operator.EQ, new Operand.Literal("x")),
        Plan.of(List.of(ActionSpec.of("a", "comment", Map.of("body", text)))),
        Limits.standard());
  }
}
