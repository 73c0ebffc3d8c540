package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.ExecutionJson;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import java.time.Instant;
import java.util.Locale;

/// Executions as items. An execution that carries a delivery is that delivery's record too.
///
/// Its `wake_at` is when the next one should look after it: while a worker holds it, the end of the
/// claim; else when it is to go on. The execution's own is in the body.
final class ExecutionItem {
  static final String STATE = "state";
  static final String WAKE_AT = "wake_at";
  static final String LEASE_OWNER = "lease_owner";
  static final String LEASE_UNTIL = "lease_until";

  private ExecutionItem() {}

  static Item key(ExecutionId id) {
    return Item.at("execution#" + id.value());
  }

  /// Fills an item for an execution that no worker holds.
  static Item of(Execution execution) {
    var id = execution.id().value();
    var item =
        key(execution.id())
            .with(STATE, text(execution.state()))
            .with("workflow_id", execution.workflow().value())
            .with("day_shard", Shards.ofDay(execution.createdAt(), id))
            .with("created_at", execution.createdAt())
            .withBody(ExecutionJson.write(execution));
    var end = execution.finishedAt();
    if (end != null) {
      item.with(Item.EXPIRES_AT, Times.expiry(end));
    } else {
      item.with("overdue_shard", Shards.of("overdue", id)).with(WAKE_AT, execution.wakeAt());
    }
    var delivery = execution.cause().delivery();
    if (delivery != null) {
      DeliveryItem.index(item, delivery);
    }
    return item;
  }

  /// Fills an item for an execution that a worker holds until an instant.
  static Item held(Execution execution, String worker, Instant until) {
    return of(execution).with(LEASE_OWNER, worker).with(LEASE_UNTIL, until).with(WAKE_AT, until);
  }

  /// Reads an execution; a claim changes the state beside the body only.
  static Execution read(Item item) {
    var recorded = ExecutionJson.read(item.body());
    var isRunning = item.text(STATE).orElseThrow().equals(text(ExecutionState.RUNNING));
    return isRunning ? recorded.running() : recorded;
  }

  static String text(ExecutionState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
