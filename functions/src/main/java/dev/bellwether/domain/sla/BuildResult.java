package dev.bellwether.domain.sla;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How a build of a pull request came out.
///
/// @param commit what it ran on
/// @param build the name of the GitHub Actions workflow, or of the app that checks
/// @param at when it ended
public record BuildResult(
    Subject pullRequest, String commit, String build, Color color, Instant at) {
  private static final Set<String> FAILED = Set.of("failure", "timed_out", "startup_failure");
  private static final Set<String> PASSED = Set.of("success", "neutral", "skipped");

  /// What people call it.
  public enum Color {
    RED,
    GREEN
  }

  /// Reads an event: one result for each pull request that the build ran for. A build that goes on,
  /// or that was cancelled, has come out in no way; GitHub names no pull requests from forks.
  public static List<BuildResult> of(Event event) {
    var facts = event.facts();
    var color = color(facts);
    if (event.subject().kind() != SubjectKind.BUILD || color.isEmpty()) {
      return List.of();
    }
    var commit = facts.text("head_sha").orElse("");
    var build = facts.text("build_name").orElse("build");
    var at = facts.text("build_finished_at").map(Instant::parse).orElse(event.occurredAt());
    return pullRequests(event)
        .map(pr -> new BuildResult(pr, commit, build, color.get(), at))
        .toList();
  }

  private static Optional<Color> color(Facts facts) {
    var conclusion = facts.text("build_conclusion").orElse("");
    if (FAILED.contains(conclusion)) {
      return Optional.of(Color.RED);
    }
    return Optional.of(Color.GREEN).filter(green -> PASSED.contains(conclusion));
  }

  private static Stream<Subject> pullRequests(Event event) {
    var numbers = event.facts().get("pull_requests").orElse(List.of());
    return numbers instanceof List<?> list
        ? list.stream()
            .map(n -> new Subject(SubjectKind.PR, event.subject().repository(), String.valueOf(n)))
        : Stream.empty();
  }
}
