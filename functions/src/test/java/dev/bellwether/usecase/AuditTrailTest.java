package dev.bellwether.usecase;

import static dev.bellwether.testing.ForAll.forAll;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.domain.audit.AuditEntry;
import dev.bellwether.domain.audit.Deed;
import dev.bellwether.domain.audit.Verification;
import dev.bellwether.testing.InMemoryAuditStore;
import dev.bellwether.usecase.port.AuditStore;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  private static final int ENTRIES = 30;

  /// What somebody who can write the store does to the day's entries.
  private enum Forgery {
    CHANGE,
    DELETE,
    SWAP,
    DELETE_LAST
  }

  private record Attack(Forgery forgery, int at) {
    static Attack any(RandomGenerator random) {
      var forgeries = Forgery.values();
      return new Attack(forgeries[random.nextInt(forgeries.length)], random.nextInt(ENTRIES - 1));
    }

    int firstWrong() {
      return forgery == Forgery.DELETE_LAST ? ENTRIES : at + 1;
    }
  }

  @Test
  void what_nobody_touched_is_intact_and_each_day_by_itself() {
    var store = new InMemoryAuditStore();
    var trail = written(store);

    assertEquals(new Verification.Intact(ENTRIES), trail.verify(TODAY));
    assertEquals(new Verification.Intact(0), trail.verify(TODAY.plusDays(1)));
  }

  @Test
  void any_entry_that_is_changed_deleted_or_moved_is_found() {
    forAll(
        20261125L,
        200,
        Attack::any,
        attack -> {
          var store = new InMemoryAuditStore();
          var trail = written(store);
          forge(store.days.get(TODAY), attack);

          var broken = assertInstanceOf(Verification.Broken.class, trail.verify(TODAY));
          assertEquals(attack.firstWrong(), broken.number());
        });
  }

  private static void forge(@Nullable List<AuditEntry> entries, Attack attack) {
    if (entries == null) {
      throw new IllegalStateException("Nothing was written");
    }
    switch (attack.forgery()) {
      case CHANGE -> entries.set(attack.at(), changed(entries.get(attack.at())));
      case DELETE -> entries.remove(attack.at());
      case SWAP -> {
        var one = entries.get(attack.at());
        var next = entries.get(attack.at() + 1);
        entries.set(attack.at(), numbered(next, one.number()));
        entries.set(attack.at() + 1, numbered(one, next.number()));
      }
      case DELETE_LAST -> entries.removeLast();
    }
  }

  private static AuditEntry changed(AuditEntry entry) {
    return new AuditEntry(
        entry.day(), entry.number(), deed("somebody else"), entry.previous(), entry.seal());
  }

  private static AuditEntry numbered(AuditEntry entry, long number) {
    return new AuditEntry(entry.day(), number, entry.deed(), entry.previous(), entry.seal());
  }

  @Test
  void a_last_entry_that_is_written_anew_with_a_seal_of_its_own_is_found() {
    var store = new InMemoryAuditStore();
    var trail = written(store);
    var other = new InMemoryAuditStore();
    new AuditTrail(other).record(deed("forger"), NOW);
    var forged = other.after(TODAY, 0, 1);
    store.days.put(TODAY, forged);
    store.standAt(TODAY, new AuditStore.Head(1, "the seal that was there"));

    assertEquals(1, assertInstanceOf(Verification.Broken.class, trail.verify(TODAY)).number());

    store.standAt(TODAY, AuditStore.Head.NONE);
    assertEquals(1, assertInstanceOf(Verification.Broken.class, trail.verify(TODAY)).number());
  }

  @Test
  void entries_that_read_alike_have_seals_of_their_own() {
    var one = new Deed(NOW, "a", "b", "c", "d", null, "-", "e");
    var other = new Deed(NOW, "a", "b", "c", "d", "-", null, "e");

    assertEquals(
        2,
        List.of(one, other).stream()
            .map(deed -> AuditEntry.text(TODAY, 1, deed, "-"))
            .distinct()
            .count());
  }

  @Test
  void what_is_to_be_written_once_is() {
    var store = new InMemoryAuditStore();
    var trail = new AuditTrail(store);

    trail.recordOnce(Collections.nCopies(3, deed("ada")), "execution-1", NOW);
    trail.recordOnce(Collections.nCopies(3, deed("ada")), "execution-1", NOW);

    assertEquals(new Verification.Intact(3), trail.verify(TODAY));
  }

  private static AuditTrail written(InMemoryAuditStore store) {
    var trail = new AuditTrail(store);
    IntStream.range(0, ENTRIES).forEach(i -> trail.record(deed("actor " + i), NOW));
    return trail;
  }

  private static Deed deed(String actor) {
    return new Deed(
        NOW, actor, "Ada", "PUT /v1/workflows/{}", "/v1/workflows/a", null, "{}", "r-1");
  }
}
