package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.usecase.port.FinishedExecutions;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Finds ended executions in the index `overdue`, in shards of their own, which they leave once
/// what they did is written down.
public final class DynamoFinishedExecutions implements FinishedExecutions {
  private final Table table;

  /// Works on the executions table.
  public DynamoFinishedExecutions(Table table) {
    this.table = table;
  }

  @Override
  public List<Execution> notAudited(Instant until, int limit) {
    var shards = Shards.all(ExecutionItem.NOT_AUDITED);
    return table.readable(
        new Listing(table, Index.OVERDUE).until(until, shards, limit), ExecutionItem::read);
  }

  @Override
  public void audited(ExecutionId id) {
    table.update(
        ExecutionItem.key(id),
        request ->
            request
                .updateExpression("REMOVE overdue_shard, wake_at")
                .conditionExpression("attribute_exists(pk) AND attribute_exists(#expires)")
                .expressionAttributeNames(Map.of("#expires", Item.EXPIRES_AT)));
  }
}
