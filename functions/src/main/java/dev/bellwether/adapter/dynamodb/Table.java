package dev.bellwether.adapter.dynamodb;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/// One DynamoDB table with our keys, `pk` and `sk`.
///
/// Reads by key are strongly consistent and never show an item whose time is over. [Listing] reads
/// by index, [Transaction] writes several items at once.
public final class Table {
  /// The condition of a write that must not replace anything.
  static final String ABSENT = "attribute_not_exists(pk)";

  /// Counts what was stored of an item that is replaced as a whole.
  static final String REVISION = "revision";

  /// How many items DynamoDB gives in one batch.
  private static final int BATCH = 100;

  private final DynamoDbClient client;
  private final String name;
  private final InstantSource clock;
  private final Unreadable unreadable;

  /// Works on a table.
  ///
  /// @param clock decides which items' time is over
  public Table(DynamoDbClient client, String name, InstantSource clock) {
    this(client, name, clock, (key, because) -> {});
  }

  /// Works on a table.
  ///
  /// @param clock decides which items' time is over
  /// @param unreadable is told of items that a list had to leave out
  public Table(DynamoDbClient client, String name, InstantSource clock, Unreadable unreadable) {
    this.client = client;
    this.name = name;
    this.clock = clock;
    this.unreadable = unreadable;
  }

  /// Hears of items that cannot be read, as after a change by hand.
  @FunctionalInterface
  public interface Unreadable {
    /// Hears of one.
    ///
    /// @param key the table, `pk` and `sk`
    void skipped(String key, RuntimeException because);
  }

  /// How a conditional write came out.
  sealed interface Attempt {
    /// Written; the item as it is now.
    record Done(Item item) implements Attempt {}

    /// The condition did not hold, for this item or for there being none.
    record Refused(Optional<Item> existing) implements Attempt {}
  }

  DynamoDbClient client() {
    return client;
  }

  String name() {
    return name;
  }

  Instant now() {
    return clock.instant();
  }

  Optional<Item> get(Item key) {
    var answer =
        client.getItem(request -> request.tableName(name).key(key.key()).consistentRead(true));
    return answer.hasItem() ? Optional.of(Item.from(answer.item())).filter(this::isLive) : none();
  }

  void put(Item item) {
    client.putItem(request -> request.tableName(name).item(item.values()));
  }

  Attempt put(Item item, Consumer<PutItemRequest.Builder> condition) {
    try {
      client.putItem(
          request -> {
            request
                .tableName(name)
                .item(item.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
            condition.accept(request);
          });
      return new Attempt.Done(item);
    } catch (ConditionalCheckFailedException refused) {
      return refused(refused);
    }
  }

  Attempt update(Item key, Consumer<UpdateItemRequest.Builder> change) {
    try {
      var answer =
          client.updateItem(
              request -> {
                request
                    .tableName(name)
                    .key(key.key())
                    .returnValues(ReturnValue.ALL_NEW)
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD);
                change.accept(request);
              });
      return new Attempt.Done(Item.from(answer.attributes()));
    } catch (ConditionalCheckFailedException refused) {
      return refused(refused);
    }
  }

  /// Puts an item in place of the revision it was made from, as the next one.
  ///
  /// @param read the revision that was read; 0 when there was no item, or one whose time is over
  /// @return false, writing nothing, when another is there now
  boolean replace(Item item, long read) {
    var next = item.with(REVISION, read + 1);
    var isNew = read == 0;
    var known = AttributeValue.fromN(String.valueOf(isNew ? now().getEpochSecond() : read));
    return put(
            next,
            request ->
                request
                    .conditionExpression(
                        isNew ? ABSENT + " OR expires_at <= :known" : "revision = :known")
                    .expressionAttributeValues(Map.of(":known", known)))
        instanceof Attempt.Done;
  }

  void delete(Item key) {
    client.deleteItem(request -> request.tableName(name).key(key.key()));
  }

  /// Lists all that is under a partition key, in the order of the sort keys.
  List<Item> under(String pk) {
    return query(
        Integer.MAX_VALUE,
        request ->
            request
                .consistentRead(true)
                .keyConditionExpression("pk = :pk")
                .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(pk))));
  }

  /// Lists what is under a partition key before a sort key, the last first.
  List<Item> lastUnder(String pk, String beforeSk, int limit) {
    return query(
        limit,
        request ->
            request
                .consistentRead(true)
                .scanIndexForward(false)
                .keyConditionExpression("pk = :pk AND sk < :sk")
                .expressionAttributeValues(
                    Map.of(
                        ":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(beforeSk))));
  }

  /// Lists what is under a partition key after a sort key, in order.
  List<Item> firstUnder(String pk, String afterSk, int limit) {
    return query(limit, request -> after(pk, afterSk, request));
  }

  /// Asks for what is under a partition key after a sort key, in order; all of it after an empty
  /// one.
  static QueryRequest.Builder after(String pk, String sk, QueryRequest.Builder request) {
    var start = sk.isEmpty() ? "\0" : sk;
    return request
        .consistentRead(true)
        .keyConditionExpression("pk = :pk AND sk > :sk")
        .expressionAttributeValues(
            Map.of(":pk", AttributeValue.fromS(pk), ":sk", AttributeValue.fromS(start)));
  }

  /// Asks for as many pages as it takes.
  List<Item> query(int limit, Consumer<QueryRequest.Builder> question) {
    var items = new ArrayList<Item>();
    Map<String, AttributeValue> from = Map.of();
    do {
      var page = QueryRequest.builder().tableName(name);
      question.accept(page);
      if (limit < Integer.MAX_VALUE) {
        page.limit(limit - items.size());
      }
      if (!from.isEmpty()) {
        page.exclusiveStartKey(from);
      }
      var answer = client.query(page.build());
      answer.items().stream().map(Item::from).forEach(items::add);
      from = answer.lastEvaluatedKey();
    } while (!from.isEmpty() && items.size() < limit);
    return items.stream().filter(this::isLive).toList();
  }

  /// Goes through all that is asked for, and reads a page when it is come to.
  Iterator<Item> lazily(Consumer<QueryRequest.Builder> question) {
    var request = QueryRequest.builder().tableName(name);
    question.accept(request);
    return client.queryPaginator(request.build()).items().stream()
        .map(Item::from)
        .filter(this::isLive)
        .iterator();
  }

  /// Reads items by their keys, all different, in no order; those that are gone are left out.
  List<Item> getAll(List<Item> keys) {
    var items = new ArrayList<Item>();
    for (int from = 0; from < keys.size(); from += BATCH) {
      items.addAll(batch(keys.subList(from, Math.min(from + BATCH, keys.size()))));
    }
    return items.stream().filter(this::isLive).toList();
  }

  /// Reads what items hold and leaves out those that cannot be read: one of them must not stop work
  /// on all the others.
  <T> List<T> readable(List<Item> items, Function<Item, T> reading) {
    return items.stream().flatMap(item -> readable(item, reading).stream()).toList();
  }

  private <T> Optional<T> readable(Item item, Function<Item, T> reading) {
    try {
      return Optional.of(reading.apply(item));
    } catch (RuntimeException broken) {
      var key =
          "%s %s %s".formatted(name, item.text(Item.PK).orElse(""), item.text(Item.SK).orElse(""));
      unreadable.skipped(key, broken);
      return Optional.empty();
    }
  }

  private List<Item> batch(List<Item> keys) {
    var items = new ArrayList<Item>();
    var asked =
        KeysAndAttributes.builder()
            .keys(keys.stream().map(Item::key).toList())
            .consistentRead(true)
            .build();
    var wanted = Map.of(name, asked);
    while (!wanted.isEmpty()) {
      var left = wanted;
      var answer = client.batchGetItem(request -> request.requestItems(left));
      answer.responses().getOrDefault(name, List.of()).stream().map(Item::from).forEach(items::add);
      wanted = answer.unprocessedKeys();
    }
    return items;
  }

  private boolean isLive(Item item) {
    return item.isLiveAt(now());
  }

  private static Optional<Item> none() {
    return Optional.empty();
  }

  private static Attempt.Refused refused(ConditionalCheckFailedException e) {
    return new Attempt.Refused(e.hasItem() ? Optional.of(Item.from(e.item())) : none());
  }
}
