package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.AnsweredJson;
import dev.bellwether.usecase.port.RequestStore;
import java.time.Duration;
import java.util.Optional;

/// Remembers requests in the access table, an item each.
public final class DynamoRequestStore implements RequestStore {
  private static final Duration KEPT = Duration.ofDays(1);

  private final Table table;

  /// Works on the access table.
  public DynamoRequestStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Answered> find(String who, String key) {
    return table.get(at(who, key)).map(item -> AnsweredJson.read(item.body()));
  }

  @Override
  public void keep(String who, String key, Answered answered) {
    var item =
        at(who, key)
            .withBody(AnsweredJson.write(answered))
            .with(Item.EXPIRES_AT, table.now().plus(KEPT).getEpochSecond());
    table.put(item, put -> put.conditionExpression(Table.ABSENT));
  }

  private static Item at(String who, String key) {
    return Item.at("request#" + who, key);
  }
}
