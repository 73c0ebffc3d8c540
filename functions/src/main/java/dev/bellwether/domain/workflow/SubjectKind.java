package dev.bellwether.domain.workflow;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of thing a workflow can be about.
public enum SubjectKind {
  PR,
  ISSUE,
  BUILD,
  JOB,
  DEPLOYMENT,
  BRANCH,
  RELEASE,
  AGENT,
  TASK,
  REPOSITORY,
  WORKFLOW;

  /// Facts of pull requests that no prefix tells; some of them builds have too.
  private static final Set<String> PR_FACTS =
      Set.of(
          ("title author author_is_bot number state draft labels assignees milestone reviewers"
                  + " team_reviewers files_changed additions deletions commits mergeable merged"
                  + " base_branch head_branch head_repository head_sha created_at updated_at")
              .split(" "));

  private static final Set<SubjectKind> PREFIXED =
      EnumSet.of(PR, BUILD, JOB, DEPLOYMENT, AGENT, TASK);

  /// Finds the kind whose open subjects a scheduled workflow runs over, by the facts that its
  /// conditions name. A fact with a kind's prefix tells it for sure (`build_duration`), so it
  /// counts for more than those that pull requests share with others.
  public static Optional<SubjectKind> toldBy(Collection<String> facts) {
    var prefixed =
        PREFIXED.stream()
            .filter(kind -> facts.stream().anyMatch(f -> f.startsWith(kind.wireName() + "_")))
            .findFirst();
    return prefixed.isPresent() || facts.stream().noneMatch(PR_FACTS::contains)
        ? prefixed
        : Optional.of(PR);
  }

  /// Names the kind as subjects and definitions do: `pr`, `build`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Finds a kind by that name.
  public static Optional<SubjectKind> named(String wireName) {
    return Arrays.stream(values()).filter(k -> k.wireName().equals(wireName)).findFirst();
  }
}
