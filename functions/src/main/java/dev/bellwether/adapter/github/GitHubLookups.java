package dev.bellwether.adapter.github;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.Lookups;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks facts up on GitHub, by no more reads than the wanted names need.
///
/// Where the pull request itself is read, all that it says of itself is fresh then, its commit and
/// its labels among it, and what is read after it goes by that commit.
public final class GitHubLookups implements Lookups {

  /// Reads facts for a lookup.
  private interface Read {
    void into(Lookup lookup) throws IOException;
  }

  /// Where facts come from.
  ///
  /// @param isOfItem whether it needs the number of a pull request or issue
  private record Source(Read read, boolean isOfItem, List<String> names) {
    static Source ofItem(Read read, String... names) {
      return new Source(read, true, List.of(names));
    }

    /// Of a commit or a person, which builds have too.
    static Source ofAny(Read read, String... names) {
      return new Source(read, false, List.of(names));
    }

    boolean hasAnyOf(Set<String> wanted) {
      return names.stream().anyMatch(wanted::contains);
    }
  }

  /// In the order in which they are read; finding the number is what the others begin with.
  private static final List<Source> SOURCES =
      List.of(
          Source.ofItem(lookup -> {}, "number"),
          Source.ofItem(Lookup::readItem, Lookup.ITEM_FACTS),
          Source.ofItem(PullRequestReads::files, "files"),
          Source.ofItem(
              PullRequestReads::reviews, "approvals", "approved_by", "changes_requested_by"),
          Source.ofAny(
              CheckReads::checks,
              "checks_succeeded",
              "checks_failed",
              "checks_pending",
              "checks_neutral",
              "checks_skipped"),
          Source.ofItem(PullRequestReads::comparison, "commits_behind"),
          Source.ofItem(PullRequestReads::threads, "unresolved_threads"),
          Source.ofItem(PullRequestReads::commits, "commits_verified"),
          Source.ofAny(AuthorReads::permission, "author_permission"),
          Source.ofAny(AuthorReads::teams, "author_teams"),
          Source.ofItem(AuthorReads::activity, "last_author_activity_at"));

  private final GitHubClient client;

  /// Works on this.
  public GitHubLookups(GitHubClient client) {
    this.client = client;
  }

  /// Lists the names that can be looked up.
  public static Set<String> names() {
    return SOURCES.stream()
        .flatMap(source -> source.names().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Answer lookUp(Subject subject, Facts known, Set<String> names) {
    var sources = SOURCES.stream().filter(source -> source.hasAnyOf(names)).toList();
    if (sources.isEmpty()) {
      return new Answer.Found(known);
    }
    return client.talk(
        subject.repository(),
        (gitHub, as) -> {
          var lookup = new Lookup(gitHub, subject, known, names);
          for (var source : sources) {
            if (!source.isOfItem() || lookup.number().isPresent()) {
              source.read().into(lookup);
            }
          }
          return new Answer.Found(lookup.facts());
        },
        Answer.Failed::new);
  }
}
