package dev.bellwether.adapter.dynamodb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/// Several writes to one table that happen together or not at all.
final class Transaction {
  /// How often it is tried when others write to one of its items at the same time; they are few.
  private static final int ATTEMPTS = 8;

  private static final String CONDITION = "ConditionalCheckFailed";
  private static final String CONFLICT = "TransactionConflict";

  private final Table table;
  private final List<TransactWriteItem> writes = new ArrayList<>();

  Transaction(Table table) {
    this.table = table;
  }

  /// How it came out.
  sealed interface Result {
    /// All written.
    record Done() implements Result {}

    /// The condition of the write of that number, from 0, did not hold; nothing was written.
    record Refused(int write, Optional<Item> existing) implements Result {}
  }

  /// Adds a write of a whole item.
  Transaction put(Item item, Consumer<Put.Builder> more) {
    var put =
        Put.builder()
            .tableName(table.name())
            .item(item.values())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    more.accept(put);
    writes.add(TransactWriteItem.builder().put(put.build()).build());
    return this;
  }

  /// Adds a change of an item.
  Transaction update(Item key, Consumer<Update.Builder> more) {
    var update =
        Update.builder()
            .tableName(table.name())
            .key(key.key())
            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
    more.accept(update);
    writes.add(TransactWriteItem.builder().update(update.build()).build());
    return this;
  }

  /// Writes.
  ///
  /// @throws TransactionCanceledException when it could not for another reason than a condition
  Result write() {
    for (int attempt = 1; ; attempt++) {
      try {
        table.client().transactWriteItems(request -> request.transactItems(writes));
        return new Result.Done();
      } catch (TransactionCanceledException e) {
        var refused = first(CONDITION, e.cancellationReasons());
        if (refused.isPresent()) {
          var reason = e.cancellationReasons().get(refused.getAsInt());
          return new Result.Refused(refused.getAsInt(), existing(reason));
        }
        if (!isConflict(e) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /// Tells whether others wrote to one of its items at the same time.
  static boolean isConflict(TransactionCanceledException cancelled) {
    return first(CONFLICT, cancelled.cancellationReasons()).isPresent();
  }

  private static OptionalInt first(String code, List<CancellationReason> reasons) {
    return IntStream.range(0, reasons.size())
        .filter(i -> code.equals(reasons.get(i).code()))
        .findFirst();
  }

  private static Optional<Item> existing(CancellationReason reason) {
    return reason.hasItem() ? Optional.of(Item.from(reason.item())) : Optional.empty();
  }
}
