package dev.bellwether.usecase.port;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.workflow.Subject;
import java.util.Set;

/// Finds facts that no webhook carries.
public interface Lookups {
  /// Looks facts up.
  ///
  /// What GitHub does not say, or has none of, stays unknown: the mergeability of a closed pull
  /// request, the files of a build without one.
  ///
  /// @param known what is known already, the subject's commit and author among it; may be stale
  /// @param names the wanted ones; no more is read than they need, and names of none are passed
  ///   over
  Answer lookUp(Subject subject, Facts known, Set<String> names);

  /// What came of it.
  sealed interface Answer {
    /// What was known, and what was found, which replaces what it contradicts.
    record Found(Facts facts) implements Answer {}

    /// GitHub did not say.
    record Failed(Failure failure) implements Answer {}
  }
}
