package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.usecase.port.ScheduleStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Reads and moves the due instants that [DynamoWorkflowStore] keeps in the workflows table.
public final class DynamoScheduleStore implements ScheduleStore {
  private final Table table;

  /// Works on the workflows table.
  public DynamoScheduleStore(Table table) {
    this.table = table;
  }

  @Override
  public List<Due> due(Instant now, int limit) {
    return table.readable(
        new Listing(table, Index.DUE).until(now, Shards.all("due"), limit),
        item -> new Due(WorkflowItem.read(item), item.instant(WorkflowItem.DUE_AT)));
  }

  /// A version saved since has its own due instant and is left alone.
  @Override
  public boolean advance(Due due, Instant next) {
    var version = String.valueOf(due.workflow().version());
    var attempt =
        table.update(
            WorkflowItem.newestKey(due.workflow().id()),
            request ->
                request
                    .updateExpression("SET due_at = :next")
                    .conditionExpression("due_at = :at AND version = :version")
                    .expressionAttributeValues(
                        Map.of(
                            ":next", AttributeValue.fromS(Times.text(next)),
                            ":at", AttributeValue.fromS(Times.text(due.at())),
                            ":version", AttributeValue.fromN(version))));
    return attempt instanceof Attempt.Done;
  }
}
