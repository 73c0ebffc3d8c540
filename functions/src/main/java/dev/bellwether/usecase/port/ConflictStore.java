package dev.bellwether.usecase.port;

import dev.bellwether.domain.isolation.Conflict;
import java.util.List;

/// Keeps which branches conflict, by repository.
public interface ConflictStore {
  /// Stores a conflict, or other files of one that there is.
  ///
  /// @return it as it is stored: since when, and whether it was told, stay as they were
  Conflict save(Conflict conflict);

  /// Forgets a conflict; one that is not there is no fault.
  void drop(Conflict conflict);

  /// Lists those of a repository, by the names of their branches.
  List<Conflict> of(String repository);
}
