package dev.bellwether.function;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.workflow.ActionSignature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WiringActionsTest {
  @Test
  void any_function_may_list_the_action_types() {
    var wiring = new Wiring(Environment.of(Map.of(), () -> Instant.EPOCH));

    assertEquals(
        List.of(
            "add_labels",
            "approve",
            "assign_issue",
            "assign_reviewer",
            "assign_task",
            "close_issue",
            "close_pr",
            "comment",
            "create_branch",
            "create_issue",
            "delete_branch",
            "deploy",
            "dismiss_reviews",
            "dispatch_workflow",
            "escalate_sla",
            "merge_pr",
            "notify_agent",
            "redistribute_tasks",
            "remove_labels",
            "reopen",
            "rerun_failed_jobs",
            "run_tests",
            "send_notification",
            "set_milestone",
            "start_workflow",
            "update_branch",
            "update_status",
            "wait",
            "wait_for_approval"),
        wiring.actions().signatures().stream().map(ActionSignature::type).toList());
  }
}
