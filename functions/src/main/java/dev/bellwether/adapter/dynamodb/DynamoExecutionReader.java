package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.Approvals;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.Firings;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
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
  public Slice<Execution> list(Which which, Part part) {
    var slice =
        switch (which) {
          case Which.Any any -> new Listing(table, Index.BY_DAY).byDay(part);
          case Which.Of(var workflow) -> last(Index.BY_WORKFLOW, workflow.value(), part);
          case Which.About(var subject) -> last(Index.SUBJECT_EXECUTIONS, subject.toString(), part);
          case Which.In(var repository) -> last(Index.BY_REPOSITORY, repository, part);
          case Which.That(var state) ->
              new Listing(table, Index.BY_STATE).last(Shards.all(ExecutionItem.text(state)), part);
        };
    return new Slice<>(executions(slice.items()), slice.next());
  }

  private Slice<Item> last(Index index, String partition, Part part) {
    return new Listing(table, index).last(List.of(partition), part);
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
