package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.IncidentJson;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Keeps incidents in the SLA table: in `due` while somebody holds them, in `open` by whether they
/// are resolved. Both indexes have shards of clocks, too, by other names.
public final class DynamoIncidentStore implements IncidentStore {
  private static final String DUE = "incident-due";
  private static final String OPEN = "incident";
  private static final String RESOLVED = "incident-resolved";

  private final Table table;

  /// Works on the SLA table.
  public DynamoIncidentStore(Table table) {
    this.table = table;
  }

  @Override
  public Optional<Incident> find(String key) {
    return table.get(at(key)).map(DynamoIncidentStore::read);
  }

  @Override
  public boolean save(Incident incident) {
    var next = incident.withRevision(incident.revision() + 1);
    var item = at(incident.key()).withBody(IncidentJson.write(next));
    next.dueAt()
        .ifPresent(due -> item.with("due_shard", Shards.of(DUE, next.key())).with("due_at", due));
    var end = next.resolvedAt();
    item.with("open_shard", Shards.of(end == null ? OPEN : RESOLVED, next.key()))
        .with("opened_at", next.openedAt());
    if (end != null) {
      item.with(Item.EXPIRES_AT, Times.expiry(end));
    }
    return table.replace(item, incident.revision());
  }

  @Override
  public List<Incident> due(Instant until, int limit) {
    var items = new Listing(table, Index.DUE).until(until, Shards.all(DUE), limit);
    return table.readable(items, DynamoIncidentStore::read).stream()
        .filter(incident -> incident.dueAt().filter(at -> !at.isAfter(until)).isPresent())
        .toList();
  }

  @Override
  public List<Incident> open(int limit) {
    var items = new Listing(table, Index.OPEN).first(Shards.all(OPEN), limit);
    return table.readable(items, DynamoIncidentStore::read);
  }

  @Override
  public Slice<Incident> list(boolean resolved, Part part) {
    var slice = new Listing(table, Index.OPEN).last(Shards.all(resolved ? RESOLVED : OPEN), part);
    return new Slice<>(
        table.readable(slice.items(), DynamoIncidentStore::read).stream()
            .filter(incident -> (incident.resolvedAt() != null) == resolved)
            .toList(),
        slice.next());
  }

  private static Item at(String key) {
    return Item.at("incident#" + key);
  }

  private static Incident read(Item item) {
    return IncidentJson.read(item.body());
  }
}
