package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.adapter.json.ViolationJson;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ViolationStore;
import java.time.Instant;
import java.util.List;

/// Keeps violations in the SLA table, for good.
public final class DynamoViolationStore implements ViolationStore {
  private final Table table;

  /// Works on the SLA table.
  public DynamoViolationStore(Table table) {
    this.table = table;
  }

  @Override
  public boolean record(Violation violation) {
    var item =
        Item.at("violation#" + violation.id())
            .with("violation_day_shard", Shards.ofDay(violation.detectedAt(), violation.id()))
            .with("detected_at", violation.detectedAt())
            .withBody(ViolationJson.write(violation));
    return table.put(item, request -> request.conditionExpression(Table.ABSENT))
        instanceof Attempt.Done;
  }

  @Override
  public List<Violation> newest(Instant now, int limit) {
    var items = new Listing(table, Index.VIOLATIONS).newest(now, limit);
    return table.readable(items, item -> ViolationJson.read(item.body()));
  }
}
