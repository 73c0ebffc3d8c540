package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.workflow.WorkflowIndex;
import dev.bellwether.usecase.port.WorkflowCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds all workflows in memory, indexed. At most every [#FRESH_FOR] it reads one small item, the
/// stamp, and reads the workflows again only when that has changed.
///
/// The stamp is read first, so what is held is never older than the stamp it is held under. Safe
/// for threads: one of them looks, the others wait for it or use what is still fresh.
public final class DynamoWorkflowCatalog implements WorkflowCatalog {
  /// How long after a save a webhook may still meet the workflow as it was.
  static final Duration FRESH_FOR = Duration.ofSeconds(10);

  private final Table table;
  private volatile @Nullable Copy held;

  /// Works on the workflows table.
  public DynamoWorkflowCatalog(Table table) {
    this.table = table;
  }

  @Override
  public WorkflowIndex at(Instant now) {
    return freshAt(now).index();
  }

  private Copy freshAt(Instant now) {
    var copy = held;
    return copy != null && copy.isFreshAt(now) ? copy : look(now);
  }

  private synchronized Copy look(Instant now) {
    var copy = held;
    if (copy != null && copy.isFreshAt(now)) {
      return copy;
    }
    var stamp = table.get(WorkflowItem.stampKey()).map(item -> item.number("revision")).orElse(0L);
    var next =
        copy != null && copy.stamp() == stamp
            ? new Copy(stamp, now, copy.index())
            : new Copy(stamp, now, read(stamp));
    held = next;
    return next;
  }

  private WorkflowIndex read(long stamp) {
    return new WorkflowIndex(stamp == 0 ? List.of() : WorkflowItem.all(table));
  }

  private record Copy(long stamp, Instant readAt, WorkflowIndex index) {
    boolean isFreshAt(Instant now) {
      return now.isBefore(readAt.plus(FRESH_FOR));
    }
  }
}
