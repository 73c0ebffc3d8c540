package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.adapter.json.LaneJson;
import dev.bellwether.domain.execution.Lane;
import dev.bellwether.domain.execution.Lane.Ticket;
import dev.bellwether.usecase.port.LaneStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Keeps lanes in the executions table; one is forgotten when nobody can be in it any more.
public final class DynamoLaneStore implements LaneStore {
  private static final String REVISION = "revision";

  private final Table table;

  /// Works on the executions table.
  public DynamoLaneStore(Table table) {
    this.table = table;
  }

  @Override
  public Lane find(String key) {
    return table
        .get(key(key))
        .map(item -> LaneJson.read(key, item.body(), item.number(REVISION)))
        .orElseGet(() -> Lane.empty(key));
  }

  @Override
  public boolean replace(Lane lane) {
    var last = lane.tickets().stream().map(Ticket::until).max(Comparator.naturalOrder());
    var item =
        key(lane.key())
            .with(REVISION, lane.revision() + 1)
            .with(Item.EXPIRES_AT, Times.expiry(last.orElseGet(table::now)))
            .withBody(LaneJson.write(lane));
    return table.put(
            item,
            request ->
                request
                    .conditionExpression(
                        lane.revision() == 0
                            ? Table.ABSENT + " OR expires_at <= :now"
                            : "revision = :read")
                    .expressionAttributeValues(condition(lane, table.now())))
        instanceof Attempt.Done;
  }

  private static Map<String, AttributeValue> condition(Lane lane, Instant now) {
    return lane.revision() == 0
        ? Map.of(":now", AttributeValue.fromN(String.valueOf(now.getEpochSecond())))
        : Map.of(":read", AttributeValue.fromN(String.valueOf(lane.revision())));
  }

  private static Item key(String key) {
    return Item.at("lane#" + key);
  }
}
