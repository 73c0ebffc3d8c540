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
  public Conflict save(Conflict conflict) {
    var attempt = table.put(item(conflict), request -> request.conditionExpression(Table.ABSENT));
    return switch (attempt) {
      case Attempt.Done done -> conflict;
      case Attempt.Refused refused -> {
        var merged = conflict.after(read(refused.existing().orElseThrow()));
        table.put(item(merged));
        yield merged;
      }
    };
  }

  @Override
  public void drop(Conflict conflict) {
    table.delete(at(conflict));
  }

  @Override
  public List<Conflict> of(String repository) {
    return table.readable(table.under("conflicts#" + repository), DynamoConflictStore::read);
  }

  private Item item(Conflict conflict) {
    return at(conflict)
        .with(Item.EXPIRES_AT, Times.expiry(table.now()))
        .withBody(IsolationJson.write(conflict));
  }

  private static Conflict read(Item item) {
    return IsolationJson.conflict(item.body());
  }

  /// No name of a branch has a space.
  private static Item at(Conflict conflict) {
    return Item.at(
        "conflicts#" + conflict.repository(),
        conflict.one().branch() + " " + conflict.other().branch());
  }
}
