package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.Slice;
import java.util.List;

/// Reads the clocks of open subjects from the SLA table.
public final class DynamoClockReader implements ClockReader {
  private final Table table;

  /// Works on the SLA table.
  public DynamoClockReader(Table table) {
    this.table = table;
  }

  @Override
  public Slice<Clock> open(List<SubjectKind> kinds, String after, int limit) {
    var shards = kinds.stream().flatMap(kind -> ClockItem.openShards(kind).stream()).toList();
    var slice = new Listing(table, Index.OPEN).first(shards, after, limit);
    return new Slice<>(table.readable(slice.items(), ClockItem::read), slice.next());
  }
}
