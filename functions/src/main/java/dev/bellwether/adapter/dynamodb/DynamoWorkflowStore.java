package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Transaction.Result;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.Slice;
import dev.bellwether.usecase.port.WorkflowStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Keeps workflows in the workflows table. A save is one transaction: the version, the newest, and
/// the stamp that tells catalogs to look again.
public final class DynamoWorkflowStore implements WorkflowStore {
  private final Table table;

  /// Works on the workflows table.
  public DynamoWorkflowStore(Table table) {
    this.table = table;
  }

  @Override
  public Saved save(Workflow workflow) {
    return workflow.version() == 0 ? create(workflow) : update(workflow);
  }

  @Override
  public Optional<Workflow> find(WorkflowId id) {
    return table
        .get(WorkflowItem.newestKey(id))
        .filter(WorkflowItem::isKept)
        .map(WorkflowItem::read);
  }

  @Override
  public List<Workflow> all() {
    return WorkflowItem.all(table).stream()
        .sorted(Comparator.comparing(Workflow::name).thenComparing(w -> w.id().value()))
        .toList();
  }

  @Override
  public Slice<Workflow> list(String after, int limit) {
    var runs = WorkflowItem.shards().stream().map(shard -> after(shard, after, limit)).toList();
    var merged = new Merge<>(runs, Comparator.comparing(WorkflowItem::id));
    var items = new ArrayList<Item>();
    var last = after;
    while (merged.hasNext() && items.size() < limit) {
      var item = merged.next();
      last = WorkflowItem.id(item);
      if (WorkflowItem.isKept(item)) {
        items.add(item);
      }
    }
    return new Slice<>(
        table.readable(items, WorkflowItem::read),
        merged.hasNext() ? Optional.of(last) : Optional.empty());
  }

  private Iterator<Item> after(String shard, String id, int limit) {
    var share = limit / Shards.COUNT + 2;
    return table.lazily(request -> Table.after(shard, id, request).limit(share));
  }

  @Override
  public boolean delete(WorkflowId id) {
    var result =
        new Transaction(table)
            .update(
                WorkflowItem.newestKey(id),
                update ->
                    update
                        .updateExpression("REMOVE body, due_shard, due_at")
                        .conditionExpression("attribute_exists(body)"))
            .update(WorkflowItem.stampKey(), DynamoWorkflowStore::countOne)
            .write();
    return result instanceof Result.Done;
  }

  private Saved create(Workflow workflow) {
    var first = workflow.withVersion(1);
    var result = write(first, put -> put.conditionExpression(Table.ABSENT));
    if (result instanceof Result.Refused refused && wasDeleted(refused)) {
      return recreate(workflow, newestVersion(refused));
    }
    return saved(first, result);
  }

  private Saved recreate(Workflow workflow, int lastVersion) {
    var next = workflow.withVersion(lastVersion + 1);
    return saved(next, writeAfter(lastVersion, "attribute_not_exists(body)", next));
  }

  private Saved update(Workflow workflow) {
    var next = workflow.withVersion(workflow.version() + 1);
    return saved(next, writeAfter(workflow.version(), "attribute_exists(body)", next));
  }

  private Result writeAfter(int known, String condition, Workflow next) {
    return write(
        next,
        put ->
            put.conditionExpression("version = :known AND " + condition)
                .expressionAttributeValues(
                    Map.of(":known", AttributeValue.fromN(String.valueOf(known)))));
  }

  private Result write(Workflow next, Consumer<Put.Builder> condition) {
    var now = table.now();
    return new Transaction(table)
        .put(WorkflowItem.newest(next, now), condition)
        .put(WorkflowItem.version(next, now), put -> {})
        .update(WorkflowItem.stampKey(), DynamoWorkflowStore::countOne)
        .write();
  }

  private static void countOne(Update.Builder update) {
    update
        .updateExpression("ADD revision :one")
        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")));
  }

  private static Saved saved(Workflow next, Result result) {
    return switch (result) {
      case Result.Done done -> new Saved.Stored(next);
      case Result.Refused refused ->
          new Saved.Conflict(wasDeleted(refused) ? 0 : newestVersion(refused));
    };
  }

  private static boolean wasDeleted(Result.Refused refused) {
    return refused.existing().filter(item -> !WorkflowItem.isKept(item)).isPresent();
  }

  private static int newestVersion(Result.Refused refused) {
    return refused.existing().map(item -> (int) item.number(WorkflowItem.VERSION)).orElse(0);
  }
}
