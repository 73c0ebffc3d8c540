package dev.bellwether.testing;

import dev.bellwether.domain.audit.AuditEntry;
import dev.bellwether.usecase.port.AuditStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The audit log in memory, as the contract has it, and open to whoever wants to forge it.
public final class InMemoryAuditStore implements AuditStore {
  /// What is written of each day.
  public final Map<LocalDate, List<AuditEntry>> days = new HashMap<>();

  private final Map<LocalDate, Head> heads = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /// Says where a day stands, whatever is written of it.
  public synchronized void standAt(LocalDate day, Head head) {
    heads.put(day, head);
  }

  @Override
  public synchronized Head head(LocalDate day) {
    return heads.getOrDefault(day, Head.NONE);
  }

  @Override
  public synchronized Added add(List<AuditEntry> entries, Head head, Optional<String> once) {
    var last = entries.getLast();
    if (!head(last.day()).equals(head)) {
      return Added.MOVED_ON;
    }
    if (once.filter(name -> !known.add(name)).isPresent()) {
      return Added.KNOWN;
    }
    heads.put(last.day(), new Head(last.number(), last.seal()));
    days.computeIfAbsent(last.day(), day -> new ArrayList<>()).addAll(entries);
    return Added.DONE;
  }

  @Override
  public synchronized List<AuditEntry> before(LocalDate day, long number, int limit) {
    return days.getOrDefault(day, List.of()).stream()
        .filter(entry -> entry.number() < number)
        .sorted(Comparator.comparingLong(AuditEntry::number).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<AuditEntry> after(LocalDate day, long number, int limit) {
    return days.getOrDefault(day, List.of()).stream()
        .filter(entry -> entry.number() > number)
        .sorted(Comparator.comparingLong(AuditEntry::number))
        .limit(limit)
        .toList();
  }
}
