package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.dynamodb.Table.Attempt;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.usecase.port.ClockStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps clocks in the SLA table.
public final class DynamoClockStore implements ClockStore {
  private final Table table;

  /// Works on the SLA table.
  public DynamoClockStore(Table table) {
    this.table = table;
  }

  @Override
  public Creation create(Clock clock) {
    var first = clock.withRevision(1);
    var attempt =
        table.put(
            ClockItem.of(first, table.now()), request -> request.conditionExpression(Table.ABSENT));
    return switch (attempt) {
      case Attempt.Done done -> new Creation.Created(first);
      case Attempt.Refused refused ->
          new Creation.Exists(ClockItem.read(refused.existing().orElseThrow()));
    };
  }

  @Override
  public boolean replace(Clock clock) {
    var next = clock.withRevision(clock.revision() + 1);
    return table.replace(ClockItem.of(next, table.now()), clock.revision());
  }

  @Override
  public Optional<Clock> find(ClockId id) {
    return table.get(ClockItem.key(id)).map(ClockItem::read);
  }

  @Override
  public List<Clock> due(Instant until, int limit) {
    var items = new Listing(table, Index.DUE).until(until, Shards.all("due"), limit);
    return table.readable(items, ClockItem::read).stream()
        .filter(clock -> clock.dueAt().filter(at -> !at.isAfter(until)).isPresent())
        .toList();
  }
}
