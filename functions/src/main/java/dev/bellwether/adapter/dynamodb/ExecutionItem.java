package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.ExecutionJson;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.SignalJson;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.ExecutionReader.Which;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Executions as items. An execution that carries a delivery is that delivery's record too.
///
/// Its `wake_at` is when the next one should look after it: while a worker holds it, the end of the
/// claim; else when it is to go on. The execution's own is in the body.
final class ExecutionItem {
  /// The shards of `overdue` where ended executions are until what they did is written down.
  static final String NOT_AUDITED = "not-audited";

  static final String STATE = "state";
  static final String WAKE_AT = "wake_at";
  static final String LEASE_OWNER = "lease_owner";
  static final String LEASE_UNTIL = "lease_until";
  static final String SIGNALS = "signals";

  /// What the execution itself may take of an item that carries a delivery, too.
  static final int LIMIT = 250 * 1024;

  /// What an item has for a time only.
  static final List<String> PASSING =
      List.of(
          LEASE_OWNER,
          LEASE_UNTIL,
          WAKE_AT,
          "overdue_shard",
          "awaiting_subject",
          "state_shard",
          SIGNALS);

  private ExecutionItem() {}

  static Item key(ExecutionId id) {
    return Item.at("execution#" + id.value());
  }

  /// Fills an item for an execution that no worker holds.
  static Item of(Execution execution) {
    return progress(execution)
        .with("workflow_id", execution.workflow().id().value())
        .with("subject_key", execution.subject().toString())
        .with("repository", execution.subject().repository())
        .with("firing", firing(execution.workflow().id(), execution.createdAt()))
        .with("day_shard", Shards.ofDay(execution.createdAt(), execution.id().value()))
        .with("created_at", execution.createdAt());
  }

  /// Fills an item with what may change about an execution that no worker holds.
  static Item progress(Execution execution) {
    var id = execution.id().value();
    var item =
        key(execution.id())
            .with(STATE, text(execution.state()))
            .with(Item.BODY, ExecutionJson.write(execution), LIMIT);
    var end = execution.progress().finishedAt();
    if (!execution.progress().signals().isEmpty()) {
      item.with(SIGNALS, execution.progress().signals().stream().map(ExecutionItem::text).toList());
    }
    if (end != null) {
      item.with(Item.EXPIRES_AT, Times.expiry(end));
      item.with("overdue_shard", Shards.of(NOT_AUDITED, id)).with(WAKE_AT, end);
    } else {
      item.with("overdue_shard", Shards.of("overdue", id)).with(WAKE_AT, execution.wakeAt());
    }
    if (Which.That.LISTED.contains(execution.state())) {
      item.with("state_shard", Shards.of(text(execution.state()), id));
    }
    if (execution.awaitsApproval()) {
      item.with("awaiting_subject", execution.subject().toString());
    }
    return item;
  }

  /// Places an execution among those of its subject: by workflow, then by time.
  static String firing(WorkflowId workflow, Instant createdAt) {
    return workflow.value() + "#" + Times.text(createdAt);
  }

  /// Sorts after every execution of a workflow.
  static String lastFiring(WorkflowId workflow) {
    return workflow.value() + "#~";
  }

  /// Fills an item with what may change about an execution that a worker holds until an instant.
  static Item held(Execution execution, String worker, Instant until) {
    return progress(execution)
        .with(LEASE_OWNER, worker)
        .with(LEASE_UNTIL, until)
        .with(WAKE_AT, until);
  }

  /// Reads an execution; beside the body are what claims change, the state, and what it was told.
  static Execution read(Item item) {
    var recorded = ExecutionJson.read(item.body()).hearing(signals(item));
    var isRunning = item.text(STATE).orElseThrow().equals(text(ExecutionState.RUNNING));
    return isRunning ? recorded.running() : recorded;
  }

  static List<Signal> signals(Item item) {
    return item.texts(SIGNALS).stream().map(Json::read).map(SignalJson::read).toList();
  }

  static String text(Signal signal) {
    return SignalJson.write(signal).toString();
  }

  static String text(ExecutionState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
