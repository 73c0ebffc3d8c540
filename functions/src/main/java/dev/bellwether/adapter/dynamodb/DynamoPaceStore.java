package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.PaceJson;
import dev.bellwether.domain.escalation.Pace;
import dev.bellwether.usecase.port.PaceStore;

/// Keeps the pace of channels in the executions table, an item each.
public final class DynamoPaceStore implements PaceStore {
  private final Table table;

  /// Works on the executions table.
  public DynamoPaceStore(Table table) {
    this.table = table;
  }

  @Override
  public Pace find(String channel) {
    return table
        .get(key(channel))
        .map(item -> PaceJson.read(channel, item.body(), item.number(Table.REVISION)))
        .orElseGet(() -> Pace.idle(channel));
  }

  @Override
  public boolean replace(Pace pace) {
    return table.replace(key(pace.channel()).withBody(PaceJson.write(pace)), pace.revision());
  }

  private static Item key(String channel) {
    return Item.at("pace#" + channel);
  }
}
