package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A repository; guarded by the world's lock.
final class Repository {
  /// Below it are the numbers of the issues and pull requests that webhooks tell of, above it those
  /// opened here: the two never meet.
  private static final int FIRST_OWN_NUMBER = 1001;

  final String owner;
  final String name;
  final Map<String, Label> labels = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  final TreeMap<Integer, Issue> issues = new TreeMap<>();
  final Map<String, Deque<Status>> statuses = new LinkedHashMap<>();
  final Map<Long, ObjectNode> checkRuns = new TreeMap<>();
  final List<String> milestones = new ArrayList<>();
  final Code code = new Code();

  /// Of the commits that merge a base branch.
  final Map<String, List<String>> parents = new HashMap<>();

  private final Map<Long, Integer> commented = new HashMap<>();

  Repository(String owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  String fullName() {
    return owner + "/" + name;
  }

  /// Finds an issue or a pull request; one that nobody spoke of before is there from now on.
  Issue issue(int number, Instant at) {
    return issues.computeIfAbsent(number, unknown -> new Issue(number, at));
  }

  /// Finds a pull request; what was taken for an issue is one from now on.
  Issue pull(int number, Instant at) {
    var pull = issue(number, at);
    pull.pull = true;
    return pull;
  }

  Issue open(String title, Instant at) {
    var number = issues.isEmpty() ? 0 : issues.lastKey();
    var issue = issue(Math.max(FIRST_OWN_NUMBER, number + 1), at);
    issue.title = title;
    issue.author = World.SELF;
    return issue;
  }

  /// Makes sure that a label is there.
  Label label(String label) {
    return labels.computeIfAbsent(label, Label::named);
  }

  Comment comment(Comment comment, Issue on) {
    on.comments.put(comment.id(), comment);
    commented.put(comment.id(), on.number);
    on.updatedAt = comment.updatedAt();
    return comment;
  }

  /// Finds the issue or pull request that has a comment.
  Optional<Issue> commented(long comment) {
    return Optional.ofNullable(commented.get(comment))
        .map(issues::get)
        .filter(issue -> issue.comments.containsKey(comment));
  }

  /// Lists a commit's statuses, the newest first.
  Deque<Status> statuses(String sha) {
    return statuses.getOrDefault(sha, new ArrayDeque<>());
  }

  /// Lists the status a commit has in each context.
  Map<String, Status> currentStatuses(String sha) {
    var current = new LinkedHashMap<String, Status>();
    statuses(sha).forEach(status -> current.putIfAbsent(status.context(), status));
    return current;
  }

  /// Tells which commit a branch points at; a commit's name stands for itself.
  String resolve(String ref) {
    return ref.matches("[0-9a-f]{40}")
        ? ref
        : code.headOf(ref).orElseGet(() -> Text.sha(fullName() + "@" + ref));
  }

  String mergeSha(Issue pull) {
    return resolve("merge-" + pull.number);
  }

  /// Counts what was pushed to a branch since a pull request was last up to date with it.
  int behind(Issue pull, String base) {
    return code.commitsSince(base, pull.upToDateAt());
  }

  /// Makes the commit by which a base branch is merged into a head.
  String merged(String head, String base) {
    var sha = Text.sha(head + " and " + base);
    parents.put(sha, List.of(head, resolve(base)));
    return sha;
  }

  String headSha(Issue pull) {
    return pull.headSha == null ? resolve(pull.head) : pull.headSha;
  }
}
