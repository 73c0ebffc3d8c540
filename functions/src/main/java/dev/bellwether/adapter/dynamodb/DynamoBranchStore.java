package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.IsolationJson;
import dev.bellwether.domain.isolation.OpenBranch;
import dev.bellwether.usecase.port.BranchStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Keeps open branches in the agent activity table, and beside them an item for each file with the
/// names of those that touch it.
///
/// The names are written before the branch, so a branch that is stored is found by all its files;
/// one whose store was refused may be named by a file it does not touch, and whoever reads it sees
/// that.
public final class DynamoBranchStore implements BranchStore {
  private static final String BRANCHES = "branches";

  /// How many writes DynamoDB takes in one transaction.
  private static final int BATCH = 100;

  private final Table table;

  /// Works on the agent activity table.
  public DynamoBranchStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<OpenBranch> find(String repository, String branch) {
    return table.get(at(repository, branch)).map(item -> IsolationJson.branch(item.body()));
  }

  @Override
  public List<OpenBranch> find(String repository, Collection<String> branches) {
    var keys = branches.stream().distinct().map(name -> at(repository, name)).toList();
    return table.readable(table.getAll(keys), item -> IsolationJson.branch(item.body()));
  }

  @Override
  public boolean save(OpenBranch branch) {
    var known = find(branch.repository(), branch.name());
    if (known.map(OpenBranch::revision).orElse(0L) != branch.revision()) {
      return false;
    }
    var files = new ArrayList<>(branch.files());
    known.ifPresent(before -> files.removeAll(before.files()));
    name(branch, files, "ADD");
    var next = branch.withRevision(branch.revision() + 1);
    var item =
        at(branch.repository(), branch.name())
            .with(Item.EXPIRES_AT, Times.expiry(branch.pushedAt()))
            .withBody(IsolationJson.write(next));
    return table.replace(item, branch.revision());
  }

  @Override
  public void close(OpenBranch branch) {
    table.delete(at(branch.repository(), branch.name()));
    name(branch, new ArrayList<>(branch.files()), "DELETE");
  }

  @Override
  public Set<String> touching(String repository, Collection<String> files) {
    var names = new HashSet<String>();
    var keys = files.stream().distinct().map(file -> file(repository, file)).toList();
    for (var item : table.getAll(keys)) {
      names.addAll(item.values().getOrDefault(BRANCHES, AttributeValue.fromSs(List.of())).ss());
    }
    return names;
  }

  /// Adds the branch's name to files, or takes it away; doing it again changes nothing.
  private void name(OpenBranch branch, List<String> files, String how) {
    var over = String.valueOf(Times.expiry(table.now()));
    var values =
        Map.of(
            ":names", AttributeValue.fromSs(List.of(branch.name())),
            ":over", AttributeValue.fromN(over));
    for (int from = 0; from < files.size(); from += BATCH) {
      var transaction = new Transaction(table);
      for (var file : files.subList(from, Math.min(from + BATCH, files.size()))) {
        transaction.update(
            file(branch.repository(), file),
            update ->
                update
                    .updateExpression(how + " branches :names SET expires_at = :over")
                    .expressionAttributeValues(values));
      }
      transaction.write();
    }
  }

  private static Item at(String repository, String branch) {
    return Item.at("branch#" + repository, branch);
  }

  private static Item file(String repository, String file) {
    return Item.at("file#%s#%s".formatted(repository, file));
  }
}
