package dev.bellwether.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryBranchStore;
import dev.bellwether.testing.InMemoryConflictStore;
import dev.bellwether.usecase.port.ChangedLines;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds predicted conflicts against what Git itself says, on a history made with it.
class GitHistoryTest {
  private static final String REPOSITORY = "octo/hello";

  @ParameterizedTest
  @ValueSource(longs = {1, 20261125})
  void every_conflict_in_a_file_is_predicted(
      long seed, @TempDir Path folder, TestReporter reporter) {
    var world = new World(folder, seed);
    world.history.live(30, 8);

    var inFiles = world.predicted(ChangedLines.UNKNOWN);
    var inLines = world.predicted(world.history);

    var truth = world.truth();
    assertTrue(truth.size() > 5, "Git finds conflicts at all, with seed " + seed);
    assertEquals(Set.of(), missing(truth, inFiles), "by file, with seed " + seed);
    assertEquals(Set.of(), missing(truth, inLines), "by line, with seed " + seed);
    assertTrue(inLines.size() < inFiles.size(), "Lines tell more than files, seed " + seed);
    reporter.publishEntry(
        "precision with seed " + seed,
        "by file %.2f, by line %.2f"
            .formatted(precision(truth, inFiles), precision(truth, inLines)));
  }

  @ParameterizedTest
  @ValueSource(longs = {3})
  void what_is_told_push_by_push_is_what_all_pushes_tell_together(long seed, @TempDir Path folder) {
    var world = new World(folder, seed);
    world.history.live(30, 8);

    assertEquals(world.predicted(ChangedLines.UNKNOWN), pairs(world.told), "seed " + seed);
    assertEquals(world.told.of(REPOSITORY).size(), world.raised, "each was raised once");
    var gone = world.history.branches().iterator().next();
    world.find(ChangedLines.UNKNOWN).closed(REPOSITORY, gone);
    assertTrue(world.told.of(REPOSITORY).stream().noneMatch(c -> c.has(gone)));
    assertTrue(world.branches.find(REPOSITORY, gone).isEmpty());
  }

  private static Set<String> missing(Set<String> truth, Set<String> predicted) {
    var missing = new TreeSet<>(truth);
    missing.removeAll(predicted);
    return missing;
  }

  private static double precision(Set<String> truth, Set<String> predicted) {
    var right = new HashSet<>(predicted);
    right.retainAll(truth);
    return (double) right.size() / predicted.size();
  }

  private static Set<String> pairs(InMemoryConflictStore conflicts) {
    var pairs = new TreeSet<String>();
    conflicts.of(REPOSITORY).forEach(conflict -> pairs.add(pair(conflict)));
    return pairs;
  }

  private static String pair(Conflict conflict) {
    return conflict.one().branch() + " " + conflict.other().branch();
  }

  /// The history as it was told, push by push.
  private static final class World {
    final InMemoryBranchStore branches = new InMemoryBranchStore();
    final InMemoryConflictStore told = new InMemoryConflictStore();
    final GitHistory history;
    int raised;

    World(Path folder, long seed) {
      history =
          new GitHistory(
              folder,
              seed,
              (push, agent) -> {
                var find = find(ChangedLines.UNKNOWN);
                var found = find.on(push, agent, Given.NOW);
                found.forEach(conflict -> find.told(conflict, Given.NOW));
                raised += found.size();
              });
    }

    FindConflicts find(ChangedLines lines) {
      return new FindConflicts(branches, told, lines);
    }

    /// Looks at every branch as it is in the end.
    Set<String> predicted(ChangedLines lines) {
      var found = new InMemoryConflictStore();
      var find = new FindConflicts(branches, found, lines);
      history.branches().forEach(branch -> find.again(REPOSITORY, branch, Given.NOW));
      return pairs(found);
    }

    Set<String> truth() {
      var truth = new TreeSet<String>();
      var names = new TreeSet<>(history.branches());
      for (var one : names) {
        for (var other : names.tailSet(one, false)) {
          var isOfOthers = !history.agentOf(one).equals(history.agentOf(other));
          if (isOfOthers && !history.unmergeable(one, other).isEmpty()) {
            truth.add(one + " " + other);
          }
        }
      }
      return truth;
    }
  }
}
