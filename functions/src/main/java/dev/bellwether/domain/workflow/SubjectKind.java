package dev.bellwether.domain.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /// Names the kind as subjects and definitions do: `pr`, `build`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Finds a kind by that name.
  public static Optional<SubjectKind> named(String wireName) {
    return Arrays.stream(values()).filter(k -> k.wireName().equals(wireName)).findFirst();
  }
}
