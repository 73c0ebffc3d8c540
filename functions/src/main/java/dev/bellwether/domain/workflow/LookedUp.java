package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import java.util.Set;
import java.util.stream.Collectors;

/// The facts that no event carries: GitHub is asked for them when an execution begins.
public final class LookedUp {
  private static final Set<String> NAMES =
      Set.of(
          ("files approvals approved_by changes_requested_by checks_succeeded checks_failed"
                  + " checks_pending checks_neutral checks_skipped commits_behind mergeable"
                  + " mergeable_state unresolved_threads commits_verified author_permission"
                  + " author_teams last_author_activity_at")
              .split(" "));

  private LookedUp() {}

  /// Lists those that conditions name and that are not known.
  public static Set<String> missing(Condition conditions, Facts known) {
    return conditions.fields().stream()
        .filter(NAMES::contains)
        .filter(name -> known.get(name).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }
}
