package dev.bellwether.usecase;

import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.domain.isolation.OpenBranch;
import dev.bellwether.domain.isolation.Push;
import dev.bellwether.usecase.port.BranchStore;
import dev.bellwether.usecase.port.ChangedLines;
import dev.bellwether.usecase.port.ConflictStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds the branches of other agents that a push comes to conflict with, before anybody merges.
///
/// The branch is stored before others are looked for, so of two that are pushed at once one at
/// least finds the other. Reads the branches that share a file, and no others. The same push again
/// finds the same, and nothing new.
public final class FindConflicts {
  private static final int ATTEMPTS = 10;

  private final BranchStore branches;
  private final ConflictStore conflicts;
  private final ChangedLines changedLines;

  /// Works on these.
  public FindConflicts(BranchStore branches, ConflictStore conflicts, ChangedLines changedLines) {
    this.branches = branches;
    this.conflicts = conflicts;
    this.changedLines = changedLines;
  }

  /// Takes in a push of an agent.
  ///
  /// @return the conflicts that were not told of before
  public List<Conflict> on(Push push, String agent, Instant now) {
    return among(stored(push, agent), push.files(), now);
  }

  /// Looks again at all that a branch touches, as after its lines have come to be known.
  ///
  /// @return the conflicts that were not told of before
  List<Conflict> again(String repository, String name, Instant now) {
    return branches
        .find(repository, name)
        .map(branch -> among(branch, branch.files(), now))
        .orElse(List.of());
  }

  private List<Conflict> among(OpenBranch branch, Set<String> files, Instant now) {
    var names = new HashSet<>(branches.touching(branch.repository(), files));
    names.remove(branch.name());
    return branches.find(branch.repository(), names).stream()
        .filter(other -> !other.agent().equals(branch.agent()))
        .flatMap(other -> between(branch, other, now).stream())
        .map(conflicts::save)
        .filter(conflict -> conflict.toldAt() == null)
        .toList();
  }

  /// Notes that a conflict was told of.
  public void told(Conflict conflict, Instant now) {
    conflicts.save(conflict.told(now));
  }

  /// Forgets a branch that was merged or deleted, and what it was in conflict with.
  public void closed(String repository, String branch) {
    branches.find(repository, branch).ifPresent(branches::close);
    conflicts.of(repository).stream().filter(c -> c.has(branch)).forEach(conflicts::drop);
  }

  private OpenBranch stored(Push push, String agent) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var known = branches.find(push.repository(), push.branch());
      var next = known.map(k -> k.with(push, agent)).orElseGet(() -> OpenBranch.of(push, agent));
      if (known.filter(next::equals).isPresent() || branches.save(next)) {
        return next;
      }
    }
    throw new IllegalStateException("Others push to %s all the time".formatted(push.branch()));
  }

  private Optional<Conflict> between(OpenBranch one, OpenBranch other, Instant now) {
    var shared = one.sharedWith(other);
    var lines = changedLines.of(one, shared);
    var theirs = lines.isEmpty() ? lines : changedLines.of(other, shared);
    Set<String> meeting =
        shared.stream()
            .filter(
                file -> {
                  var mine = lines.get(file);
                  var their = theirs.get(file);
                  return mine == null || their == null || mine.mayConflictWith(their);
                })
            .collect(Collectors.toSet());
    return meeting.isEmpty()
        ? Optional.empty()
        : Optional.of(Conflict.between(one, other, meeting, now));
  }
}
