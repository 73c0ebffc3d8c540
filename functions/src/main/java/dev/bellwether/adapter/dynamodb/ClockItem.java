package dev.bellwether.adapter.dynamodb;

import dev.bellwether.adapter.json.ClockJson;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Mark;
import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Clocks as items: in `due` while a next level will come, in `open` until the subject is closed.
final class ClockItem {
  static final String REVISION = "revision";

  private ClockItem() {}

  static Item key(ClockId id) {
    return Item.at("clock#" + id.text());
  }

  /// Fills an item.
  ///
  /// @param now from when a closed subject's clock is kept for its time
  static Item of(Clock clock, Instant now) {
    var id = clock.id().text();
    var item = key(clock.id()).with(REVISION, clock.revision()).withBody(ClockJson.write(clock));
    clock.dueAt().ifPresent(at -> item.with("due_shard", Shards.of("due", id)).with("due_at", at));
    if (clock.isSubjectOpen()) {
      item.with("open_shard", Shards.of(kind(clock), id)).with("opened_at", openedAt(clock));
    } else {
      item.with(Item.EXPIRES_AT, Times.expiry(now));
    }
    return item;
  }

  static Clock read(Item item) {
    return ClockJson.read(item.body());
  }

  static List<String> openShards(SubjectKind kind) {
    return Shards.all(kind.wireName());
  }

  private static String kind(Clock clock) {
    return clock.id().subject().kind().wireName();
  }

  private static Instant openedAt(Clock clock) {
    Optional<Instant> firstMark = clock.marks().stream().findFirst().map(Mark::at);
    return clock.startedAt().or(() -> firstMark).or(() -> createdAt(clock)).orElse(clock.factsAt());
  }

  private static Optional<Instant> createdAt(Clock clock) {
    return clock.facts().text("created_at").map(Instant::parse);
  }
}
