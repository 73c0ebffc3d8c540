package dev.bellwether.usecase.port;

import dev.bellwether.domain.isolation.OpenBranch;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Keeps open branches, and which of them touch a file.
public interface BranchStore {
  /// Finds one by its name.
  Optional<OpenBranch> find(String repository, String branch);

  /// Finds those of some names that are there, in no order.
  List<OpenBranch> find(String repository, Collection<String> branches);

  /// Stores one in the place of the revision it was made from; 0 where there must be none. From
  /// then on it is found by its files.
  ///
  /// @return false, storing nothing, when another is there now
  boolean save(OpenBranch branch);

  /// Forgets one; one that is not there is no fault.
  void close(OpenBranch branch);

  /// Names the branches that touch any of some files, by reading these files only.
  Set<String> touching(String repository, Collection<String> files);
}
