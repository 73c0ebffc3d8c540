package dev.bellwether.testing;

import dev.bellwether.domain.isolation.OpenBranch;
import dev.bellwether.usecase.port.BranchStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Open branches in memory, as the contract has them; counts the branches that are read.
public final class InMemoryBranchStore implements BranchStore {
  private final Map<List<String>, OpenBranch> branches = new HashMap<>();
  private final Map<List<String>, Set<String>> byFile = new HashMap<>();
  private int reads;

  /// Says how many branches were read.
  public int reads() {
    return reads;
  }

  @Override
  public synchronized Optional<OpenBranch> find(String repository, String branch) {
    reads++;
    return Optional.ofNullable(branches.get(List.of(repository, branch)));
  }

  @Override
  public synchronized List<OpenBranch> find(String repository, Collection<String> names) {
    return names.stream().flatMap(name -> find(repository, name).stream()).toList();
  }

  @Override
  public synchronized boolean save(OpenBranch branch) {
    var key = List.of(branch.repository(), branch.name());
    var known = branches.get(key);
    if ((known == null ? 0 : known.revision()) != branch.revision()) {
      return false;
    }
    branches.put(key, branch.withRevision(branch.revision() + 1));
    branch
        .files()
        .forEach(
            file ->
                byFile
                    .computeIfAbsent(List.of(branch.repository(), file), f -> new HashSet<>())
                    .add(branch.name()));
    return true;
  }

  @Override
  public synchronized void close(OpenBranch branch) {
    branches.remove(List.of(branch.repository(), branch.name()));
    branch
        .files()
        .forEach(
            file ->
                byFile
                    .getOrDefault(List.of(branch.repository(), file), new HashSet<>())
                    .remove(branch.name()));
  }

  @Override
  public synchronized Set<String> touching(String repository, Collection<String> files) {
    var names = new HashSet<String>();
    files.forEach(file -> names.addAll(byFile.getOrDefault(List.of(repository, file), Set.of())));
    return names;
  }
}
