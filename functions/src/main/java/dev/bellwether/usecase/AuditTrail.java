package dev.bellwether.usecase;

import dev.bellwether.domain.audit.AuditEntry;
import dev.bellwether.domain.audit.Deed;
import dev.bellwether.domain.audit.Verification;
import dev.bellwether.usecase.port.AuditStore;
import dev.bellwether.usecase.port.AuditStore.Added;
import dev.bellwether.usecase.port.AuditStore.Head;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes down who did what, so that nobody can change, take out or move an entry unnoticed: each
/// has a seal over itself and the seal before it, day by day.
///
/// Who can write the whole store can write a whole day anew; what a seal said at a time, kept
/// elsewhere, shows even that.
public final class AuditTrail {
  private static final int TRIES = 50;
  private static final int AT_ONCE = 200;

  private final AuditStore store;

  /// Works on this.
  public AuditTrail(AuditStore store) {
    this.store = store;
  }

  /// Writes down one thing.
  ///
  /// @throws IllegalStateException when others write faster than this can
  public void record(Deed deed, Instant now) {
    record(List.of(deed), now, Optional.empty());
  }

  /// Writes down things that belong together, once whatever how often this is asked.
  ///
  /// @param deeds at most 90
  /// @param once names them
  /// @throws IllegalStateException when others write faster than this can
  public void recordOnce(List<Deed> deeds, String once, Instant now) {
    record(deeds, now, Optional.of(once));
  }

  private void record(List<Deed> deeds, Instant now, Optional<String> once) {
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (int tries = 0; tries < TRIES; tries++) {
      var head = store.head(day);
      if (store.add(sealed(day, head, deeds), head, once) != Added.MOVED_ON) {
        return;
      }
    }
    throw new IllegalStateException(
        "The audit log of %s moved on %d times while it was written".formatted(day, TRIES));
  }

  /// Checks a day's entries against their seals, and the last against where the day stands.
  public Verification verify(LocalDate day) {
    var head = store.head(day);
    var seen = Head.NONE;
    if (head.equals(Head.NONE) && !store.after(day, 0, 1).isEmpty()) {
      return new Verification.Broken(1, "It is there, and nothing says where the day stands");
    }
    while (seen.number() < head.number()) {
      var entries = store.after(day, seen.number(), AT_ONCE);
      if (entries.isEmpty()) {
        return new Verification.Broken(seen.number() + 1, "It is gone");
      }
      for (var entry : entries) {
        var broken = broken(entry, seen);
        if (broken.isPresent()) {
          return new Verification.Broken(seen.number() + 1, broken.get());
        }
        seen = new Head(entry.number(), entry.seal());
        if (seen.number() == head.number() && !seen.equals(head)) {
          return new Verification.Broken(
              seen.number(), "It was written anew: the day stands at another");
        }
      }
    }
    return new Verification.Intact(head.number());
  }

  private static Optional<String> broken(AuditEntry entry, Head before) {
    if (entry.number() != before.number() + 1) {
      return Optional.of("It is gone");
    }
    if (!entry.previous().equals(before.seal())) {
      return Optional.of(
          "It does not follow the one before: one of them was moved or written anew");
    }
    return entry.seal().equals(Sha256.hex(entry.text()))
        ? Optional.empty()
        : Optional.of("It is not as it was written");
  }

  /// Lists a day's entries before a number, the last first.
  public List<AuditEntry> before(LocalDate day, long number, int limit) {
    return store.before(day, number, limit);
  }

  private static List<AuditEntry> sealed(LocalDate day, Head head, List<Deed> deeds) {
    var entries = new ArrayList<AuditEntry>();
    var last = head;
    for (var deed : deeds) {
      var number = last.number() + 1;
      var seal = Sha256.hex(AuditEntry.text(day, number, deed, last.seal()));
      entries.add(new AuditEntry(day, number, deed, last.seal(), seal));
      last = new Head(number, seal);
    }
    return entries;
  }
}
