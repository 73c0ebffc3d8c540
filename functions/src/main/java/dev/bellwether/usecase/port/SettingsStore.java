package dev.bellwether.usecase.port;

import java.util.Optional;

/// Keeps documents by which a team sets Bellwether up, each as a whole: as it was written, so that
/// what is read later means what is meant then.
public interface SettingsStore {
  /// Finds a document.
  Optional<Settings> find(String name);

  /// Saves a document in the place of one of a revision; 0 where there must be none.
  ///
  /// @return false, saving nothing, when another is there now
  boolean save(String name, String document, long basedOn);

  /// A document.
  ///
  /// @param revision counts how often it was saved, from 1
  record Settings(String document, long revision) {}
}
