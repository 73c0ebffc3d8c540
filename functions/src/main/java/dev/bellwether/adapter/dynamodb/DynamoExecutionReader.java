package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.ExecutionReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads executions from the executions table.
public final class DynamoExecutionReader implements ExecutionReader {
  private final Table table;

  /// Works on the executions table.
  public DynamoExecutionReader(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Execution> find(ExecutionId id) {
    return table.get(ExecutionItem.key(id)).map(ExecutionItem::read);
  }

  @Override
  public List<Execution> newest(Instant now, int limit) {
    return executions(new Listing(table, Index.BY_DAY).newest(now, limit));
  }

  @Override
  public List<Execution> newestOf(WorkflowId workflow, int limit) {
    return executions(new Listing(table, Index.BY_WORKFLOW).last(List.of(workflow.value()), limit));
  }

  @Override
  public List<Execution> overdue(Instant before, int limit) {
    return executions(
        new Listing(table, Index.OVERDUE).until(before, Shards.all("overdue"), limit));
  }

  private List<Execution> executions(List<Item> items) {
    return table.readable(items, ExecutionItem::read);
  }
}
