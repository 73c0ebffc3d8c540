package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.LaneJson;
import dev.bellwether.domain.execution.Lane;
import dev.bellwether.domain.execution.Lane.Ticket;
import dev.bellwether.usecase.port.LaneStore;
import java.util.Comparator;

/// Keeps lanes in the executions table; one is forgotten when nobody can be in it any more.
public final class DynamoLaneStore implements LaneStore {
  private final Table table;

  /// Works on the executions table.
  public DynamoLaneStore(Table table) {
    this.table = table;
  }

  @Override
  public Lane find(String key) {
    return table
        .get(key(key))
        .map(item -> LaneJson.read(key, item.body(), item.number(Table.REVISION)))
        .orElseGet(() -> Lane.empty(key));
  }

  @Override
  public boolean replace(Lane lane) {
    var last = lane.tickets().stream().map(Ticket::until).max(Comparator.naturalOrder());
    var item =
        key(lane.key())
            .with(Item.EXPIRES_AT, Times.expiry(last.orElseGet(table::now)))
            .withBody(LaneJson.write(lane));
    return table.replace(item, lane.revision());
  }

  private static Item key(String key) {
    return Item.at("lane#" + key);
  }
}
