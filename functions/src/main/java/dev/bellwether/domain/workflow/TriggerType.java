package dev.bellwether.domain.workflow;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names what may set a workflow off: `pr_created`, `schedule`, or any GitHub event as
/// `github.<event>` or `github.<event>.<action>`.
public record TriggerType(String name) {
  public static final TriggerType SCHEDULE = new TriggerType("schedule");
  public static final TriggerType MANUAL = new TriggerType("manual");
  public static final TriggerType WORKFLOW_FAILED = new TriggerType("workflow_failed");
  public static final TriggerType SLA_VIOLATION = new TriggerType("sla_violation");

  /// What the names of the others look like.
  public static final Pattern GITHUB = Pattern.compile("github\\.[a-z0-9_]+(\\.[a-z0-9_-]+)?");

  /// The named triggers; kept in step with the reader of GitHub's events by a test.
  public static final Set<String> KNOWN =
      Set.of(
          ("pr_created pr_ready pr_updated pr_reviewed pr_approved pr_changes_requested"
                  + " pr_review_requested pr_labeled pr_merged pr_closed pr_comment commit_pushed"
                  + " branch_created branch_deleted tag_created build_started build_failed"
                  + " build_succeeded build_completed test_failed deployment_started"
                  + " deployment_succeeded deployment_failed issue_opened issue_closed"
                  + " issue_assigned issue_labeled issue_comment release_published schedule"
                  + " sla_violation manual workflow_failed")
              .split(" "));

  /// Other names of named triggers, each with the one it stands for; a name may also be spelled
  /// with hyphens.
  public static final Map<String, String> ALIASES =
      Map.of(
          "build_success", "build_succeeded",
          "build_failure", "build_failed",
          "deployment_complete", "deployment_succeeded",
          "deployment_success", "deployment_succeeded");

  /// Reads a trigger's name, hyphenated spellings and aliases included.
  ///
  /// @return nothing when no such trigger exists
  public static Optional<TriggerType> parse(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var spelled = lower.startsWith("github.") ? lower : lower.replace('-', '_');
    var name = ALIASES.getOrDefault(spelled, spelled);
    return KNOWN.contains(name) || GITHUB.matcher(name).matches()
        ? Optional.of(new TriggerType(name))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
