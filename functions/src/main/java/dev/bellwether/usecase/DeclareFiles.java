package dev.bellwether.usecase;

import dev.bellwether.domain.isolation.OpenBranch;
import dev.bellwether.domain.isolation.TouchedFiles;
import dev.bellwether.usecase.port.BranchStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Tells agents which files the open branches of others touch, and lets them say what they are
/// about to touch themselves, before anything is pushed.
///
/// What is declared counts as a branch's files until the branch is merged or deleted, and others
/// are told of it when they ask. The same again changes nothing.
public final class DeclareFiles {
  private static final int ATTEMPTS = 10;

  private final BranchStore branches;

  /// Works on these.
  public DeclareFiles(BranchStore branches) {
    this.branches = branches;
  }

  /// A branch of another agent that touches some of them.
  public record Held(String branch, String agent, Set<String> files) {}

  /// How a declaration came out.
  public sealed interface Result {
    /// It is known now.
    ///
    /// @param held by others; nobody is kept from touching them
    record Declared(List<Held> held) implements Result {}

    /// Another agent has pushed to the branch.
    record NotYours(String agent) implements Result {}
  }

  /// Finds who else touches files, by the names of their branches.
  public List<Held> heldByOthers(TouchedFiles files) {
    var names = branches.touching(files.repository(), files.paths());
    return branches.find(files.repository(), names).stream()
        .filter(branch -> !branch.agent().equals(files.agent()))
        .map(branch -> held(branch, files))
        .sorted(Comparator.comparing(Held::branch))
        .toList();
  }

  /// Takes in what an agent is about to touch on a branch of its own.
  public Result declare(TouchedFiles files, String branch, Instant now) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var known = branches.find(files.repository(), branch);
      var owner =
          known
              .filter(OpenBranch::isPushed)
              .map(OpenBranch::agent)
              .filter(agent -> !agent.equals(files.agent()));
      if (owner.isPresent()) {
        return new Result.NotYours(owner.get());
      }
      var next = files.on(branch, known, now);
      if (known.filter(next::equals).isPresent() || branches.save(next)) {
        return new Result.Declared(heldByOthers(files));
      }
    }
    throw new IllegalStateException("Others push to %s all the time".formatted(branch));
  }

  private static Held held(OpenBranch branch, TouchedFiles files) {
    return new Held(branch.name(), branch.agent(), files.sharedWith(branch));
  }
}
