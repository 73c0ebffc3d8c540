package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.adapter.json.ViolationJson;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.sla.ViolationCount;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import dev.bellwether.usecase.port.ViolationStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Keeps violations in the SLA table, for good.
public final class DynamoViolationStore implements ViolationStore {
  private static final String PREFIX = "violation#";

  private final Table table;

  /// Works on the SLA table.
  public DynamoViolationStore(Table table) {
    this.table = table;
  }

  @Override
  public boolean record(Violation violation) {
    var item =
        Item.at(PREFIX + violation.id())
            .with("violation_day_shard", Shards.ofDay(violation.detectedAt(), violation.id()))
            .with("detected_at", violation.detectedAt())
            .withBody(ViolationJson.write(violation));
    return table.put(item, request -> request.conditionExpression(Table.ABSENT))
        instanceof Attempt.Done;
  }

  @Override
  public Slice<Violation> list(Part part) {
    var slice = new Listing(table, Index.VIOLATIONS).byDay(part);
    var violations = table.readable(slice.items(), item -> ViolationJson.read(item.body()));
    return new Slice<>(violations, slice.next());
  }

  /// Reads keys only: a violation's tells all that counts.
  @Override
  public List<ViolationCount> counts(Instant now, int days) {
    var listing = new Listing(table, Index.VIOLATIONS);
    var counts = new ArrayList<ViolationCount>();
    for (int ago = 0; ago < days; ago++) {
      var day = Shards.day(now).minusDays(ago);
      listing.keys(Shards.all(day.toString())).stream()
          .map(key -> key.text(Item.PK).orElseThrow())
          .collect(Collectors.groupingBy(key -> kind(day, key), Collectors.summingInt(key -> 1)))
          .forEach((kind, count) -> counts.add(kind.times(count)));
    }
    return counts.stream().sorted().toList();
  }

  private static ViolationCount kind(LocalDate day, String key) {
    var metric = key.substring(PREFIX.length(), key.indexOf('|'));
    var level = Integer.parseInt(key.substring(key.lastIndexOf('|') + 1));
    return new ViolationCount(
        day, Metric.named(metric).orElseThrow(), Level.numbered(level).orElseThrow(), 1);
  }
}
