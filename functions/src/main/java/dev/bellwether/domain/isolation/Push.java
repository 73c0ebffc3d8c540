package dev.bellwether.domain.isolation;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Commits that came to a branch, as GitHub tells of them.
///
/// @param login whose account pushed; null where GitHub does not say
/// @param messages of the commits that are new in the repository, the oldest first
/// @param files that those commits added, changed or removed: what came by a merge of another
///   branch was told with that
public record Push(
    String repository,
    String branch,
    String head,
    @Nullable String login,
    List<String> messages,
    Set<String> files,
    Instant at) {
  private static final List<String> KINDS = List.of("added", "modified", "removed");

  public Push {
    messages = List.copyOf(messages);
    files = Set.copyOf(files);
  }

  /// Reads an event.
  ///
  /// @return nothing when it is no push to a branch other than the default one, or the branch is
  ///   gone by it
  public static Optional<Push> of(Event event) {
    var facts = event.facts();
    var isBranch = event.name().equals("push") && event.subject().kind() == SubjectKind.BRANCH;
    var isGone = facts.get("event.deleted").filter(Boolean.TRUE::equals).isPresent();
    var branch = event.subject().key();
    if (!isBranch || isGone || facts.text("default_branch").filter(branch::equals).isPresent()) {
      return Optional.empty();
    }
    var files = new LinkedHashSet<String>();
    commits(facts)
        .forEach(commit -> KINDS.forEach(kind -> texts(commit.get(kind)).forEach(files::add)));
    var messages = commits(facts).map(commit -> commit.get("message")).flatMap(Push::text).toList();
    return Optional.of(
        new Push(
            event.subject().repository(),
            branch,
            facts.text("head_sha").orElse(""),
            facts.text("sender").orElse(null),
            messages,
            files,
            event.occurredAt()));
  }

  private static Stream<Map<?, ?>> commits(Facts facts) {
    var all = facts.get("event.commits").filter(List.class::isInstance);
    return all.map(list -> (List<?>) list).orElse(List.of()).stream()
        .filter(Map.class::isInstance)
        .<Map<?, ?>>map(commit -> (Map<?, ?>) commit)
        .filter(commit -> !Boolean.FALSE.equals(commit.get("distinct")));
  }

  private static Stream<String> texts(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().flatMap(Push::text) : Stream.empty();
  }

  private static Stream<String> text(@Nullable Object value) {
    return value instanceof String text ? Stream.of(text) : Stream.empty();
  }
}
