package dev.bellwether.adapter.dynamodb;

import static dev.bellwether.adapter.dynamodb.ExecutionItem.LEASE_OWNER;
import static dev.bellwether.adapter.dynamodb.ExecutionItem.LEASE_UNTIL;
import static dev.bellwether.adapter.dynamodb.ExecutionItem.STATE;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.usecase.port.ExecutionStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Keeps executions in the executions table; every call is one request.
public final class DynamoExecutionStore implements ExecutionStore {
  private static final String HELD = "lease_owner = :worker";

  private static final String NOTHING_UNHEARD =
      "(attribute_not_exists(signals) OR size(signals) = :heard)";

  private static final String NOT_FINAL =
      "attribute_exists(pk) AND #state IN (:queued, :running, :waiting)";

  private static final String NOT_FINAL_AND_NOT_HELD =
      NOT_FINAL + " AND (attribute_not_exists(lease_owner) OR lease_until <= :now)";

  private final Table table;

  /// Works on the executions table.
  public DynamoExecutionStore(Table table) {
    this.table = table;
  }

  @Override
  public Creation create(Execution execution) {
    return create(ExecutionItem.of(execution));
  }

  @Override
  public Creation createCarrying(Execution execution, Delivery delivery) {
    return create(DeliveryItem.carry(ExecutionItem.of(execution), delivery));
  }

  private Creation create(Item item) {
    return switch (table.put(item, request -> request.conditionExpression(Table.ABSENT))) {
      case Attempt.Done done -> Creation.CREATED;
      case Attempt.Refused refused -> Creation.ALREADY_EXISTS;
    };
  }

  @Override
  public Claim claim(ExecutionId id, String worker, Instant now, Instant until) {
    var attempt =
        table.update(
            ExecutionItem.key(id),
            request ->
                request
                    .updateExpression(
                        "SET #state = :running, lease_owner = :worker, lease_until = :until,"
                            + " wake_at = :until")
                    .conditionExpression(NOT_FINAL_AND_NOT_HELD)
                    .expressionAttributeNames(Map.of("#state", STATE))
                    .expressionAttributeValues(
                        Map.of(
                            ":queued", state(ExecutionState.QUEUED),
                            ":running", state(ExecutionState.RUNNING),
                            ":waiting", state(ExecutionState.WAITING),
                            ":worker", AttributeValue.fromS(worker),
                            ":now", AttributeValue.fromS(Times.text(now)),
                            ":until", AttributeValue.fromS(Times.text(until)))));
    return switch (attempt) {
      case Attempt.Done done -> new Claim.Claimed(ExecutionItem.read(done.item()));
      case Attempt.Refused refused -> refused(refused.existing());
    };
  }

  @Override
  public Recorded record(Execution execution, String worker, Instant until) {
    var item =
        execution.state() == ExecutionState.RUNNING
            ? ExecutionItem.held(execution, worker, until)
            : ExecutionItem.progress(execution);
    var change =
        Change.to(item, ExecutionItem.PASSING).given(":worker", AttributeValue.fromS(worker));
    var heard = String.valueOf(execution.progress().signals().size());
    var attempt =
        execution.state().isFinal()
            ? table.update(item, request -> change.on(request, HELD))
            : table.update(
                item,
                request ->
                    change
                        .given(":heard", AttributeValue.fromN(heard))
                        .on(request, HELD + " AND " + NOTHING_UNHEARD));
    return switch (attempt) {
      case Attempt.Done done -> new Recorded.Stored();
      case Attempt.Refused(var existing) ->
          existing
              .filter(old -> old.text(LEASE_OWNER).filter(worker::equals).isPresent())
              .<Recorded>map(held -> new Recorded.Told(ExecutionItem.signals(held)))
              .orElseGet(Recorded.Lost::new);
    };
  }

  @Override
  public boolean signal(ExecutionId id, Signal signal) {
    var attempt =
        table.update(
            ExecutionItem.key(id),
            request ->
                request
                    .updateExpression(
                        "SET signals = list_append(if_not_exists(signals, :none), :signal)")
                    .conditionExpression(NOT_FINAL)
                    .expressionAttributeNames(Map.of("#state", STATE))
                    .expressionAttributeValues(
                        Map.of(
                            ":queued", state(ExecutionState.QUEUED),
                            ":running", state(ExecutionState.RUNNING),
                            ":waiting", state(ExecutionState.WAITING),
                            ":none", AttributeValue.fromL(List.of()),
                            ":signal",
                                AttributeValue.fromL(
                                    List.of(AttributeValue.fromS(ExecutionItem.text(signal)))))));
    return attempt instanceof Attempt.Done;
  }

  @Override
  public List<Signal> signals(ExecutionId id) {
    return table.get(ExecutionItem.key(id)).map(ExecutionItem::signals).orElse(List.of());
  }

  private static Claim refused(Optional<Item> existing) {
    if (existing.isEmpty()) {
      return new Claim.Gone();
    }
    var execution = ExecutionItem.read(existing.get());
    return execution.state().isFinal()
        ? new Claim.Ended(execution)
        : new Claim.Held(existing.get().instant(LEASE_UNTIL));
  }

  private static AttributeValue state(ExecutionState state) {
    return AttributeValue.fromS(ExecutionItem.text(state));
  }
}
