package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.SilenceJson;
import dev.bellwether.domain.escalation.Silence;
import dev.bellwether.usecase.port.SilenceStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Keeps silences in the SLA table, all under one partition key: there are few, and they are read
/// together.
public final class DynamoSilenceStore implements SilenceStore {
  private static final String ALL = "silences";

  private final Table table;

  /// Works on the SLA table.
  public DynamoSilenceStore(Table table) {
    this.table = table;
  }

  @Override
  public void save(Silence silence) {
    table.put(
        Item.at(ALL, silence.id())
            .with(Item.EXPIRES_AT, Times.expiry(silence.until()))
            .withBody(SilenceJson.write(silence)));
  }

  @Override
  public Optional<Silence> delete(String id) {
    var key = Item.at(ALL, id);
    var found = table.get(key).map(DynamoSilenceStore::read);
    found.ifPresent(silence -> table.delete(key));
    return found;
  }

  @Override
  public List<Silence> all(Instant now) {
    return table.readable(table.under(ALL), DynamoSilenceStore::read).stream()
        .filter(silence -> silence.until().isAfter(now))
        .sorted(Comparator.comparing(Silence::from).thenComparing(Silence::id))
        .toList();
  }

  private static Silence read(Item item) {
    return SilenceJson.read(item.body());
  }
}
