package dev.bellwether.adapter.dynamodb;

import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/// Lists a table's items by an index: asks each shard, merges the answers in order, and reads what
/// they name by key. So a list shows things as they are now, and leaves out what has just left the
/// index; only what has just entered may be missing for a moment.
final class Listing {
  /// How many days one part looks through; each without enough costs a query a shard.
  private static final int MOST_DAYS = 31;

  /// As many keys as fit into one answer of DynamoDB, and more.
  private static final int MOST_AT_ONCE = 5000;

  /// What all partitions read beyond an equal share of a part.
  private static final int SPARE = 2;

  private static final String LAST = "9999";
  private static final Pattern PLACE = Pattern.compile("(\\d{4}-[0-9T:.-]{18}Z)( .+)?");

  private final Table table;
  private final Index index;

  Listing(Table table, Index index) {
    this.table = table;
    this.index = index;
  }

  /// Lists a part from the shards of its last day and those of the days before. Looks through so
  /// many days at most, and says where to go on where there may be more before them.
  Slice<Item> byDay(Part part) {
    var items = new ArrayList<Item>();
    var first = Shards.day(part.from());
    var day = lastDay(before(part));
    var looked = day;
    for (int n = 0; n < MOST_DAYS && items.size() < part.limit() && !day.isBefore(first); n++) {
      var slice = last(Shards.all(day.toString()), part.ofAtMost(part.limit() - items.size()));
      items.addAll(slice.items());
      if (slice.next().isPresent()) {
        return new Slice<>(items, slice.next());
      }
      looked = day;
      day = day.minusDays(1);
    }
    var start = Times.text(looked.atStartOfDay(ZoneOffset.UTC).toInstant());
    var isAll = start.compareTo(Times.text(part.from())) <= 0;
    return new Slice<>(items, isAll ? Optional.empty() : Optional.of(start));
  }

  /// Finds the last day that something before a place can be of.
  private static LocalDate lastDay(String before) {
    try {
      var day = LocalDate.parse(before.substring(0, 10));
      return before.endsWith("T00:00:00.000Z") ? day.minusDays(1) : day;
    } catch (DateTimeParseException noDay) {
      throw new Part.Misplaced(before);
    }
  }

  /// Lists a part of what some partitions have together, the last first.
  Slice<Item> last(List<String> partitions, Part part) {
    var before = before(part);
    var from = Times.text(part.from());
    var upTo = before.split(" ", 2)[0];
    if (from.compareTo(upTo) > 0) {
      return new Slice<>(List.of(), Optional.empty());
    }
    var runs =
        runs(
            partitions,
            part.limit(),
            (p, request) -> between(p, from, upTo, request).scanIndexForward(false));
    var merged = new Merge<>(runs, byTime().reversed());
    return slice(
        merged, item -> place(item).compareTo(before) < 0, inOrder().reversed(), part.limit());
  }

  /// Goes through partitions, each by pages of an equal share of what is wanted of all.
  private List<Iterator<Item>> runs(
      List<String> partitions,
      int limit,
      BiFunction<String, QueryRequest.Builder, QueryRequest.Builder> question) {
    var share = Math.min(limit / partitions.size(), MOST_AT_ONCE) + SPARE;
    return partitions.stream()
        .map(p -> table.lazily(request -> question.apply(p, request).limit(share)))
        .toList();
  }

  /// Cuts a part off. An index has what is of one time in no order of its own, so all of that is
  /// read before it is put in order.
  private Slice<Item> slice(
      Iterator<Item> byTime, Predicate<Item> isOfPart, Comparator<Item> order, int limit) {
    var found = new ArrayList<Item>();
    while (byTime.hasNext()) {
      var item = byTime.next();
      if (found.size() > limit && !position(item).equals(position(found.getLast()))) {
        break;
      }
      if (isOfPart.test(item)) {
        found.add(item);
      }
    }
    found.sort(order);
    var named = found.subList(0, Math.min(limit, found.size()));
    return new Slice<>(
        current(named),
        found.size() > limit ? Optional.of(place(named.getLast())) : Optional.empty());
  }

  /// Lists the keys of some partitions, in no order, as the index has them.
  List<Item> keys(List<String> partitions) {
    return partitions.stream()
        .flatMap(p -> table.query(Integer.MAX_VALUE, request -> in(p, request)).stream())
        .toList();
  }

  /// Lists the items of some partitions together, the first first.
  List<Item> first(List<String> partitions, int limit) {
    return first(partitions, "", limit).items();
  }

  /// Lists a part of what some partitions have together, the first first.
  ///
  /// @param after where the part before ended; empty at the start
  Slice<Item> first(List<String> partitions, String after, int limit) {
    if (!after.isEmpty() && !PLACE.matcher(after).matches()) {
      throw new Part.Misplaced(after);
    }
    var from = after.split(" ", 2)[0];
    var runs =
        runs(
            partitions,
            limit,
            (p, request) -> from.isEmpty() ? in(p, request) : between(p, from, LAST, request));
    var merged = new Merge<>(runs, byTime());
    return slice(merged, item -> place(item).compareTo(after) > 0, inOrder(), limit);
  }

  /// Lists the items of some partitions up to an instant together, the first first.
  List<Item> until(Instant instant, List<String> partitions, int limit) {
    var found = new ArrayList<Item>();
    for (var partition : partitions) {
      found.addAll(table.query(limit, request -> in(partition, Times.text(instant), request)));
    }
    var named = found.stream().sorted(inOrder()).limit(limit).toList();
    return current(named).stream()
        .filter(item -> position(item).compareTo(Times.text(instant)) <= 0)
        .toList();
  }

  /// Counts what a partition holds between two sort keys, up to a number; reads no item.
  int count(String partition, String from, String to, int atMost) {
    return table.query(atMost, request -> between(partition, from, to, request)).size();
  }

  private QueryRequest.Builder between(
      String partition, String from, String to, QueryRequest.Builder request) {
    return in(partition, request)
        .keyConditionExpression("#partition = :partition AND #sort BETWEEN :from AND :to")
        .expressionAttributeNames(Map.of("#partition", index.partition(), "#sort", index.sort()))
        .expressionAttributeValues(
            Map.of(
                ":partition", AttributeValue.fromS(partition),
                ":from", AttributeValue.fromS(from),
                ":to", AttributeValue.fromS(to)));
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

  /// Reads what is named, in this order, as it is now.
  private List<Item> current(List<Item> named) {
    var items = table.getAll(named).stream().collect(Collectors.toMap(Item::key, item -> item));
    return named.stream()
        .flatMap(item -> Stream.ofNullable(items.get(item.key())))
        .filter(item -> item.has(index.partition()))
        .toList();
  }

  /// Says before which place a part begins.
  private static String before(Part part) {
    var to = Times.text(part.to());
    var after = part.after().orElse(to);
    if (!PLACE.matcher(after).matches()) {
      throw new Part.Misplaced(after);
    }
    lastDay(after);
    return after.compareTo(to) < 0 ? after : to;
  }

  private Comparator<Item> byTime() {
    return Comparator.comparing(this::position);
  }

  private Comparator<Item> inOrder() {
    return Comparator.comparing(this::place);
  }

  /// Places an item in a list: by the index, and what is there at once by its key.
  private String place(Item item) {
    return position(item) + " " + item.text(Item.PK).orElse("") + item.text(Item.SK).orElse("");
  }

  private String position(Item item) {
    return item.text(index.sort()).orElse("");
  }
}
