package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.port.WorkflowCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds all workflows in memory, by trigger. At most every [#FRESH_FOR] it reads one small item,
/// the stamp, and reads the workflows again only when that has changed.
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
  public List<Workflow> listeningTo(Collection<TriggerType> triggers, Instant now) {
    var byTrigger = freshAt(now).byTrigger();
    return triggers.stream()
        .flatMap(trigger -> byTrigger.getOrDefault(trigger, List.of()).stream())
        .distinct()
        .sorted(Comparator.comparing(workflow -> workflow.id().value()))
        .toList();
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
            ? new Copy(stamp, now, copy.byTrigger())
            : new Copy(stamp, now, byTrigger(stamp == 0 ? List.of() : WorkflowItem.all(table)));
    held = next;
    return next;
  }

  private static Map<TriggerType, List<Workflow>> byTrigger(List<Workflow> workflows) {
    var byTrigger = new HashMap<TriggerType, List<Workflow>>();
    for (var workflow : workflows) {
      if (workflow.state() == WorkflowState.PAUSED) {
        continue;
      }
      for (var trigger : workflow.triggers()) {
        byTrigger.computeIfAbsent(trigger.type(), t -> new ArrayList<>()).add(workflow);
      }
    }
    return byTrigger;
  }

  private record Copy(long stamp, Instant readAt, Map<TriggerType, List<Workflow>> byTrigger) {
    boolean isFreshAt(Instant now) {
      return now.isBefore(readAt.plus(FRESH_FOR));
    }
  }
}
