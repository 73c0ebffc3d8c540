package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.AuditJson;
import dev.bellwether.domain.audit.AuditEntry;
import dev.bellwether.usecase.port.AuditStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Keeps the audit log in its own table: a day under one partition key, by number, and where it
/// stands beside.
///
/// An entry is written with the head, in one transaction, so there is none that the head does not
/// know of.
public final class DynamoAuditStore implements AuditStore {
  private static final String SEAL = "seal";
  private static final String NUMBER = "number";

  private final Table table;

  /// Works on the audit table.
  public DynamoAuditStore(Table table) {
    this.table = table;
  }

  @Override
  public Head head(LocalDate day) {
    return table
        .get(headOf(day))
        .map(item -> new Head(item.number(NUMBER), item.text(SEAL).orElseThrow()))
        .orElse(Head.NONE);
  }

  @Override
  public Added add(List<AuditEntry> entries, Head head, Optional<String> once) {
    var last = entries.getLast();
    var transaction = new Transaction(table);
    transaction.put(
        headOf(last.day()).with(NUMBER, last.number()).with(SEAL, last.seal()),
        put ->
            put.conditionExpression(
                    head.equals(Head.NONE) ? Table.ABSENT : "#seal = :seal AND #number = :number")
                .expressionAttributeNames(
                    head.equals(Head.NONE) ? null : Map.of("#seal", SEAL, "#number", NUMBER))
                .expressionAttributeValues(
                    head.equals(Head.NONE)
                        ? null
                        : Map.of(
                            ":seal", AttributeValue.fromS(head.seal()),
                            ":number", AttributeValue.fromN(String.valueOf(head.number())))));
    once.ifPresent(
        name ->
            transaction.put(Item.at("once#" + name), put -> put.conditionExpression(Table.ABSENT)));
    for (var entry : entries) {
      transaction.put(
          Item.at(pk(entry.day()), sk(entry.number())).withBody(AuditJson.write(entry)),
          put -> put.conditionExpression(Table.ABSENT));
    }
    return added(transaction, once.isPresent());
  }

  private static Added added(Transaction transaction, boolean isOnce) {
    try {
      return switch (transaction.write()) {
        case Transaction.Result.Done done -> Added.DONE;
        case Transaction.Result.Refused(var write, var existing) ->
            write == 1 && isOnce ? Added.KNOWN : Added.MOVED_ON;
      };
    } catch (TransactionCanceledException crowded) {
      if (Transaction.isConflict(crowded)) {
        return Added.MOVED_ON;
      }
      throw crowded;
    }
  }

  @Override
  public List<AuditEntry> before(LocalDate day, long number, int limit) {
    return read(table.lastUnder(pk(day), sk(number), limit));
  }

  @Override
  public List<AuditEntry> after(LocalDate day, long number, int limit) {
    return read(table.firstUnder(pk(day), sk(number), limit));
  }

  private static List<AuditEntry> read(List<Item> items) {
    return items.stream().map(item -> AuditJson.read(item.body())).toList();
  }

  private static Item headOf(LocalDate day) {
    return Item.at("head#" + day);
  }

  private static String pk(LocalDate day) {
    return "audit#" + day;
  }

  private static String sk(long number) {
    return "%010d".formatted(number);
  }
}
