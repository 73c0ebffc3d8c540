package dev.bellwether.adapter.dynamodb;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.usecase.port.SettingsStore;
import java.util.Optional;

/// Keeps settings in the SLA table, one item each.
public final class DynamoSettingsStore implements SettingsStore {
  private final Table table;

  /// Works on the SLA table.
  public DynamoSettingsStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Settings> find(String name) {
    return table
        .get(key(name))
        .map(item -> new Settings(Json.write(item.body()), item.number(Table.REVISION)));
  }

  @Override
  public boolean save(String name, String document, long basedOn) {
    return table.replace(key(name).withBody((ObjectNode) Json.read(document)), basedOn);
  }

  private static Item key(String name) {
    return Item.at("settings#" + name);
  }
}
