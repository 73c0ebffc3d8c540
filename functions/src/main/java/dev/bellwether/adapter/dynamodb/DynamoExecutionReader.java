package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.Approvals;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.Firings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads executions from the executions table.
public final class DynamoExecutionReader implements ExecutionReader, Firings, Approvals {
  /// As many as a person could have a comment meant for.
  private static final int MOST_AWAITING = 20;

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

  @Override
  public int countSince(Instant since, WorkflowId workflow, Subject subject, int atMost) {
    return new Listing(table, Index.BY_SUBJECT)
        .count(
            subject.toString(),
            ExecutionItem.firing(workflow, since),
            ExecutionItem.lastFiring(workflow),
            atMost);
  }

  @Override
  public List<Execution> awaitedOn(Subject subject) {
    return executions(
        new Listing(table, Index.AWAITING).first(List.of(subject.toString()), MOST_AWAITING));
  }

  private List<Execution> executions(List<Item> items) {
    return table.readable(items, ExecutionItem::read);
  }
}
