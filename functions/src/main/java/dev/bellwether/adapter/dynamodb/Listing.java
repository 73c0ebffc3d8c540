package dev.bellwether.adapter.dynamodb;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Lists a table's items by an index: asks each shard, merges the answers in order, and reads what
/// they name by key. So a list shows things as they are now, and leaves out what has just left the
/// index; only what has just entered may be missing for a moment.
final class Listing {
  /// How far "today and the days before" goes back; each day without enough costs a query a shard.
  static final int DAYS = 7;

  private final Table table;
  private final Index index;

  Listing(Table table, Index index) {
    this.table = table;
    this.index = index;
  }

  /// Lists the newest first, from a day's shards and those of the days before.
  List<Item> newest(Instant now, int limit) {
    var items = new ArrayList<Item>();
    for (int ago = 0; ago < DAYS && items.size() < limit; ago++) {
      var day = Shards.day(now).minusDays(ago).toString();
      items.addAll(last(Shards.all(day), limit - items.size()));
    }
    return items;
  }

  /// Lists the items of some partitions together, the last first.
  List<Item> last(List<String> partitions, int limit) {
    var found = new ArrayList<Item>();
    for (var partition : partitions) {
      found.addAll(table.query(limit, request -> in(partition, request).scanIndexForward(false)));
    }
    return current(found, inOrder().reversed(), limit);
  }

  /// Lists the keys of some partitions, in no order, as the index has them.
  List<Item> keys(List<String> partitions) {
    return partitions.stream()
        .flatMap(p -> table.query(Integer.MAX_VALUE, request -> in(p, request)).stream())
        .toList();
  }

  /// Lists the items of some partitions together, the first first.
  List<Item> first(List<String> partitions, int limit) {
    var found = new ArrayList<Item>();
    for (var partition : partitions) {
      found.addAll(table.query(limit, request -> in(partition, request)));
    }
    return current(found, inOrder(), limit);
  }

  /// Lists the items of some partitions up to an instant together, the first first.
  List<Item> until(Instant instant, List<String> partitions, int limit) {
    var found = new ArrayList<Item>();
    for (var partition : partitions) {
      found.addAll(table.query(limit, request -> in(partition, Times.text(instant), request)));
    }
    return current(found, inOrder(), limit).stream()
        .filter(item -> position(item).compareTo(Times.text(instant)) <= 0)
        .toList();
  }

  /// Counts what a partition holds between two sort keys, up to a number; reads no item.
  int count(String partition, String from, String to, int atMost) {
    return table
        .query(
            atMost,
            request ->
                in(partition, request)
                    .keyConditionExpression(
                        "#partition = :partition AND #sort BETWEEN :from AND :to")
                    .expressionAttributeNames(
                        Map.of("#partition", index.partition(), "#sort", index.sort()))
                    .expressionAttributeValues(
                        Map.of(
                            ":partition", AttributeValue.fromS(partition),
                            ":from", AttributeValue.fromS(from),
                            ":to", AttributeValue.fromS(to))))
        .size();
  }

  private QueryRequest.Builder in(String partition, QueryRequest.Builder request) {
    return request
        .indexName(index.name())
        .keyConditionExpression("#partition = :partition")
        .expressionAttributeNames(Map.of("#partition", index.partition()))
        .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)));
  }

  private QueryRequest.Builder in(String partition, String until, QueryRequest.Builder request) {
    return in(partition, request)
        .keyConditionExpression("#partition = :partition AND #sort <= :until")
        .expressionAttributeNames(Map.of("#partition", index.partition(), "#sort", index.sort()))
        .expressionAttributeValues(
            Map.of(
                ":partition", AttributeValue.fromS(partition),
                ":until", AttributeValue.fromS(until)));
  }

  private List<Item> current(List<Item> found, Comparator<Item> order, int limit) {
    var named = found.stream().sorted(order).limit(limit).toList();
    return table.getAll(named).stream()
        .filter(item -> item.has(index.partition()))
        .sorted(order)
        .toList();
  }

  private Comparator<Item> inOrder() {
    return Comparator.comparing(this::position);
  }

  private String position(Item item) {
    return item.text(index.sort()).orElse("");
  }
}
