package dev.bellwether.adapter.dynamodb;

import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.ClockReader;
import java.util.List;

/// Reads the clocks of open subjects from the SLA table.
public final class DynamoClockReader implements ClockReader {
  private final Table table;

  /// Works on the SLA table.
  public DynamoClockReader(Table table) {
    this.table = table;
  }

  @Override
  public List<Clock> open(SubjectKind kind, int limit) {
    var items = new Listing(table, Index.OPEN).first(ClockItem.openShards(kind), limit);
    return table.readable(items, ClockItem::read);
  }
}
