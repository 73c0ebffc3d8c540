package dev.bellwether.local.system;

/// The two workflow definitions that are accepted as they are, forever.
final class Definitions {
  static final String PR_REVIEW_AUTOMATION =
      """
      {"name": "PR Review Automation", "trigger": "pr_created",
       "conditions": [{"field": "files_changed", "operator": "lt", "value": 50}],
       "actions": [{"type": "assign_reviewer", "parameters": {"reviewer": "lead-developer"}},
                   {"type": "update_status", "parameters": {"status": "ready_for_review"}}]}
      """;

  static final String BUILD_TIME_SLA_MONITOR =
      """
      {"name": "Build Time SLA Monitor", "trigger": "schedule", "schedule": {"interval_minutes": 5},
       "conditions": [{"field": "build_duration", "operator": "gt", "value": 600}],
       "actions": [{"type": "escalate_sla", "parameters": {"level": 1, "notification_channels": ["slack", "email"]}}]}
      """;

  private Definitions() {}
}
