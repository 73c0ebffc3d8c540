package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.util.List;
import java.util.Optional;

/// Reads the versions that [DynamoWorkflowStore] keeps in the workflows table.
public final class DynamoWorkflowVersions implements WorkflowVersions {
  private final Table table;

  /// Works on the workflows table.
  public DynamoWorkflowVersions(Table table) {
    this.table = table;
  }

  @Override
  public List<Workflow> newest(WorkflowId id, int limit) {
    var items =
        table.lastUnder(
            WorkflowItem.versionsOf(id), WorkflowItem.versionKey(Integer.MAX_VALUE), limit);
    return table.readable(items, WorkflowItem::read);
  }

  @Override
  public Optional<Workflow> find(WorkflowId id, int version) {
    return table
        .get(Item.at(WorkflowItem.versionsOf(id), WorkflowItem.versionKey(version)))
        .map(WorkflowItem::read);
  }
}
