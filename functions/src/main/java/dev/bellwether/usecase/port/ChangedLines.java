package dev.bellwether.usecase.port;

import dev.bellwether.domain.isolation.Lines;
import dev.bellwether.domain.isolation.OpenBranch;
import java.util.Map;
import java.util.Set;

/// Tells which lines branches change.
@FunctionalInterface
public interface ChangedLines {
  /// Knows nothing: of every file all lines count.
  ChangedLines UNKNOWN = (branch, files) -> Map.of();

  /// Finds the lines that a branch changes in some files; a file that is left out counts as a
  /// whole.
  Map<String, Lines> of(OpenBranch branch, Set<String> files);
}
