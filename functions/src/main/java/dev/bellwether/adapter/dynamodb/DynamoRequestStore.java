package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.adapter.json.AnsweredJson;
import dev.bellwether.usecase.port.RequestStore;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Remembers requests in the access table, an item each.
public final class DynamoRequestStore implements RequestStore {
  private static final Duration KEPT = Duration.ofDays(1);

  /// Longer than the function may take.
  private static final Duration CARRIED_OUT_IN = Duration.ofMinutes(1);

  private final Table table;

  /// Works on the access table.
  public DynamoRequestStore(Table table) {
    this.table = table;
  }

  @Override
  public Begun begin(String who, String key) {
    var now = table.now();
    var claim = at(who, key).with(Item.EXPIRES_AT, now.plus(CARRIED_OUT_IN).getEpochSecond());
    var attempt =
        table.put(
            claim,
            put ->
                put.conditionExpression(Table.ABSENT + " OR expires_at <= :now")
                    .expressionAttributeValues(
                        Map.of(":now", AttributeValue.fromN("" + now.getEpochSecond()))));
    return switch (attempt) {
      case Attempt.Done done -> new Begun.First();
      case Attempt.Refused(var existing) ->
          existing
              .filter(item -> item.has(Item.BODY))
              .<Begun>map(item -> new Begun.Before(AnsweredJson.read(item.body())))
              .orElseGet(Begun.UnderWay::new);
    };
  }

  @Override
  public void keep(String who, String key, Answered answered) {
    table.put(
        at(who, key)
            .withBody(AnsweredJson.write(answered))
            .with(Item.EXPIRES_AT, table.now().plus(KEPT).getEpochSecond()));
  }

  @Override
  public void forget(String who, String key) {
    table.delete(at(who, key));
  }

  private static Item at(String who, String key) {
    return Item.at("request#" + who, key);
  }
}
