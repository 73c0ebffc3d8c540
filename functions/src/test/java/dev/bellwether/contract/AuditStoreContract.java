package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.domain.audit.AuditEntry;
import dev.bellwether.domain.audit.Deed;
import dev.bellwether.domain.audit.Verification;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.AuditTrail;
import dev.bellwether.usecase.port.AuditStore;
import dev.bellwether.usecase.port.AuditStore.Added;
import dev.bellwether.usecase.port.AuditStore.Head;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an [AuditStore] promises.
public interface AuditStoreContract {
  LocalDate TODAY = LocalDate.of(2026, 11, 25);

  /// The store, empty at the start of each test.
  AuditStore audit();

  @Test
  default void entries_are_found_as_they_were_added_from_either_end() {
    var entries = List.of(entry(1, "-"), entry(2, "s1"), entry(3, "s2"));
    assertEquals(Head.NONE, audit().head(TODAY));

    assertEquals(Added.DONE, audit().add(entries.subList(0, 2), Head.NONE, Optional.empty()));
    assertEquals(
        Added.DONE, audit().add(entries.subList(2, 3), new Head(2, "s2"), Optional.empty()));

    assertEquals(new Head(3, "s3"), audit().head(TODAY));
    assertEquals(entries.subList(1, 3), audit().after(TODAY, 1, 10));
    assertEquals(List.of(entries.get(1)), audit().before(TODAY, 3, 1));
    assertEquals(List.of(), audit().after(TODAY.plusDays(1), 0, 10));
  }

  @Test
  default void what_was_made_from_another_head_is_not_added() {
    audit().add(List.of(entry(1, "-")), Head.NONE, Optional.empty());

    assertEquals(Added.MOVED_ON, audit().add(List.of(entry(1, "-")), Head.NONE, Optional.empty()));
    assertEquals(
        Added.MOVED_ON,
        audit().add(List.of(entry(2, "x")), new Head(1, "x"), Optional.of("never")));
    assertEquals(1, audit().after(TODAY, 0, 10).size());
  }

  @Test
  default void what_is_to_be_added_once_is() {
    assertEquals(Added.DONE, audit().add(List.of(entry(1, "-")), Head.NONE, Optional.of("one")));

    assertEquals(
        Added.KNOWN, audit().add(List.of(entry(2, "s1")), new Head(1, "s1"), Optional.of("one")));
    assertEquals(new Head(1, "s1"), audit().head(TODAY));
  }

  @Test
  @Tag("race")
  default void racing_writers_leave_one_chain_and_lose_nothing() {
    var trail = new AuditTrail(audit());
    var racers =
        Race.of(
            i -> {
              trail.record(deed("racer " + i), NOW);
              return i;
            });

    assertInstanceOf(Verification.Intact.class, trail.verify(TODAY));
    assertEquals(racers.size(), audit().after(TODAY, 0, 100).size());
  }

  private static AuditEntry entry(long number, String previous) {
    return new AuditEntry(TODAY, number, deed("ada"), previous, "s" + number);
  }

  private static Deed deed(String actor) {
    return new Deed(
        NOW, actor, "Ada", "PUT /v1/workflows/{}", "/v1/workflows/a", null, "{\"a\":1}", "r-1");
  }
}
