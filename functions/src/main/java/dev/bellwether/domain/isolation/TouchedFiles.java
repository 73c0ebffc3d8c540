package dev.bellwether.domain.isolation;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files of a repository that an agent asks about, or is about to touch.
public record TouchedFiles(String agent, String repository, Set<String> paths) {
  public TouchedFiles {
    paths = Set.copyOf(paths);
  }

  /// Finds which of them a branch touches, too.
  public Set<String> sharedWith(OpenBranch branch) {
    var shared = new HashSet<>(branch.files());
    shared.retainAll(paths);
    return shared;
  }

  /// Adds them to a branch as if they were pushed there; the same again changes nothing.
  public OpenBranch on(String branch, Optional<OpenBranch> known, Instant now) {
    var head = known.map(OpenBranch::head).orElse("");
    var at = known.map(OpenBranch::pushedAt).orElse(now);
    var push = new Push(repository, branch, head, null, List.of(), paths, at);
    return known.map(found -> found.with(push, agent)).orElseGet(() -> OpenBranch.of(push, agent));
  }
}
