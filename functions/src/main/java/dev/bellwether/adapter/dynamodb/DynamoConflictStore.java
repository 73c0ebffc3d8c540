package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.adapter.json.IsolationJson;
import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.usecase.port.ConflictStore;
import java.util.List;

/// Keeps conflicts in the agent activity table, those of a repository together.
public final class DynamoConflictStore implements ConflictStore {
  private final Table table;

  /// Works on the agent activity table.
  public DynamoConflictStore(Table table) {
    this.table = table;
  }

  @Override
  public boolean save(Conflict conflict) {
    var item =
        at(conflict)
            .with(Item.EXPIRES_AT, Times.expiry(table.now()))
            .withBody(IsolationJson.write(conflict));
    var isNew =
        table.put(item, request -> request.conditionExpression(Table.ABSENT))
            instanceof Attempt.Done;
    if (!isNew) {
      table.put(item);
    }
    return isNew;
  }

  @Override
  public void drop(Conflict conflict) {
    table.delete(at(conflict));
  }

  @Override
  public List<Conflict> of(String repository) {
    return table.readable(
        table.under("conflicts#" + repository), item -> IsolationJson.conflict(item.body()));
  }

  /// No name of a branch has a space.
  private static Item at(Conflict conflict) {
    return Item.at(
        "conflicts#" + conflict.repository(),
        conflict.one().branch() + " " + conflict.other().branch());
  }
}
