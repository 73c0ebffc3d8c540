package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads the versions that [DynamoWorkflowStore] keeps in the workflows table.
public final class DynamoWorkflowVersions implements WorkflowVersions {
  private static final int MOST_LOOKED_AT = 100;

  private final Table table;

  /// Works on the workflows table.
  public DynamoWorkflowVersions(Table table) {
    this.table = table;
  }

  @Override
  public List<Workflow> newest(WorkflowId id, int before, int limit) {
    return table.readable(items(id, before, limit), WorkflowItem::read);
  }

  @Override
  public Optional<Workflow> find(WorkflowId id, int version) {
    return table
        .get(Item.at(WorkflowItem.versionsOf(id), WorkflowItem.versionKey(version)))
        .map(WorkflowItem::read);
  }

  /// Of very many versions, looks at the newest; one of which it is not kept when it was saved was
  /// there always.
  @Override
  public Optional<Workflow> at(WorkflowId id, Instant instant) {
    return items(id, Integer.MAX_VALUE, MOST_LOOKED_AT).stream()
        .filter(item -> item.text(WorkflowItem.SAVED_AT).filter(isAfter(instant)).isEmpty())
        .findFirst()
        .map(WorkflowItem::read);
  }

  private static Predicate<String> isAfter(Instant instant) {
    return saved -> Instant.parse(saved).isAfter(instant);
  }

  private List<Item> items(WorkflowId id, int before, int limit) {
    return table.lastUnder(WorkflowItem.versionsOf(id), WorkflowItem.versionKey(before), limit);
  }
}
