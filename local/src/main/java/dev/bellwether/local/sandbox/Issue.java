package dev.bellwether.local.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An issue or a pull request, as GitHub counts them together; guarded by the world's lock.
final class Issue {
  /// Stands for the author nobody told us.
  private static final String SOMEBODY = "octocat";

  final int number;
  final Instant createdAt;
  final Set<String> labels = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  final Set<String> assignees = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  final Set<String> reviewers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  final Set<String> teams = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  final Map<Long, Comment> comments = new TreeMap<>();
  final Map<Long, Review> reviews = new LinkedHashMap<>();

  /// Whether each thread of its reviews is resolved, by the thread's identity.
  final Map<String, Boolean> threads = new LinkedHashMap<>();

  boolean pull;
  boolean draft;
  boolean autoMerge;
  String title;
  String body = "";
  String state = "open";
  String stateReason = "";

  /// Counted from 1; 0 where it has none.
  int milestone;

  String base = "main";
  String head;
  Instant updatedAt;
  @Nullable String author;
  @Nullable String headSha;
  @Nullable Instant upToDateAt;
  @Nullable Instant closedAt;
  @Nullable Instant mergedAt;

  Issue(int number, Instant at) {
    this.number = number;
    this.createdAt = at;
    this.updatedAt = at;
    this.title = "Number " + number;
    this.head = "branch-" + number;
  }

  /// Tells since when it may lack commits of its base.
  Instant upToDateAt() {
    return upToDateAt == null ? createdAt : upToDateAt;
  }

  /// Tells whether somebody wrote it; nobody knows of one that sprang into being by its number.
  boolean isAuthor(String login) {
    return login.equalsIgnoreCase(author);
  }

  String authorOrSomebody() {
    return author == null ? SOMEBODY : author;
  }

  Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  Optional<Instant> mergedAt() {
    return Optional.ofNullable(mergedAt);
  }

  /// Opens or closes it.
  ///
  /// @return whether that was news
  boolean moveTo(String newState, Instant at) {
    if (state.equals(newState)) {
      return false;
    }
    state = newState;
    closedAt = newState.equals("closed") ? at : null;
    stateReason = newState.equals("closed") ? "completed" : "reopened";
    updatedAt = at;
    return true;
  }
}
