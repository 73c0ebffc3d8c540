package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// A repository's branches, builds and deployments; guarded by the world's lock.
///
/// Every branch is there until it is deleted; that one was made shows only in that it cannot be
/// made again.
final class Code {
  static final String DEFAULT_BRANCH = "main";

  final Map<String, Protection> protections = new HashMap<>();
  final TreeMap<Long, Run> runs = new TreeMap<>();
  final TreeMap<Long, ObjectNode> deployments = new TreeMap<>();
  private final Map<String, String> heads = new HashMap<>();
  private final Set<String> deleted = new HashSet<>();
  private final List<Push> pushes = new ArrayList<>();

  boolean has(String branch) {
    return !deleted.contains(branch);
  }

  /// Tells whether somebody made or used a branch, so that it cannot be made.
  boolean isMade(String branch) {
    return branch.equals(DEFAULT_BRANCH) || heads.containsKey(branch);
  }

  Optional<String> headOf(String branch) {
    return Optional.ofNullable(heads.get(branch));
  }

  void move(String branch, String sha) {
    heads.put(branch, sha);
    deleted.remove(branch);
  }

  void delete(String branch) {
    heads.remove(branch);
    deleted.add(branch);
  }

  void push(Push push) {
    pushes.add(push);
  }

  /// Lists the files that pushes to a branch touched, in order.
  Set<String> filesOf(String branch) {
    var files = new TreeSet<String>();
    pushes.stream()
        .filter(push -> push.branch().equals(branch))
        .forEach(push -> files.addAll(push.files()));
    return files;
  }

  /// Counts the commits that came to a branch after an instant.
  int commitsSince(String branch, Instant instant) {
    return pushes.stream()
        .filter(push -> push.branch().equals(branch) && push.at().isAfter(instant))
        .mapToInt(Push::commits)
        .sum();
  }
}
