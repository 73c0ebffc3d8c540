package dev.bellwether.domain.sla;

import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The promises that can be kept an eye on, each with the kind of subject it is about and the
/// threshold that holds where no policy says otherwise.
public enum Metric {
  PR_REVIEW_TIME(SubjectKind.PR, Duration.ofMinutes(5)),
  BUILD_TIME(SubjectKind.BUILD, Duration.ofMinutes(10)),
  TEST_EXECUTION(SubjectKind.JOB, Duration.ofMinutes(8)),
  DEPLOYMENT_TIME(SubjectKind.DEPLOYMENT, Duration.ofMinutes(15)),
  AGENT_RESPONSE(SubjectKind.AGENT, Duration.ofMinutes(2)),
  TASK_COMPLETION(SubjectKind.TASK, Duration.ofHours(4)),
  /// Observed only: nothing starts the clock of an issue, so it breaks no promise by itself.
  ISSUE_RESOLUTION(SubjectKind.ISSUE, Duration.ofDays(30));

  private final SubjectKind kind;
  private final Duration threshold;

  Metric(SubjectKind kind, Duration threshold) {
    this.kind = kind;
    this.threshold = threshold;
  }

  /// Finds a metric by its name in definitions and events, such as `build_time`.
  public static Optional<Metric> named(String wireName) {
    return Arrays.stream(values()).filter(m -> m.wireName().equals(wireName)).findFirst();
  }

  /// Finds the metric about a kind of subject.
  public static Optional<Metric> about(SubjectKind kind) {
    return Arrays.stream(values()).filter(m -> m.kind == kind).findFirst();
  }

  /// Tells whether GitHub's events tell of its subjects; agents report the others.
  public boolean isSeenOnGitHub() {
    return kind != SubjectKind.AGENT && kind != SubjectKind.TASK;
  }

  /// Names this metric as definitions and events do.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Says what the metric is about.
  public SubjectKind kind() {
    return kind;
  }

  /// Says how long is promised where no policy says otherwise.
  public Duration standardThreshold() {
    return threshold;
  }
}
