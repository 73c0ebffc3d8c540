package dev.bellwether.usecase.port;

import dev.bellwether.domain.audit.AuditEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Keeps the audit log, which is only ever added to.
public interface AuditStore {
  /// Where a day stands: the number and the seal of its last entry.
  record Head(long number, String seal) {
    /// A day without an entry.
    public static final Head NONE = new Head(0, AuditEntry.FIRST);
  }

  /// How adding came out.
  enum Added {
    DONE,
    /// Others added to the day meanwhile; nothing was added.
    MOVED_ON,
    /// What is to be added once was added before; nothing was added.
    KNOWN
  }

  /// Finds where a day stands at this moment.
  Head head(LocalDate day);

  /// Adds entries to a day, all or none.
  ///
  /// @param entries of one day, numbered on from the head they were made from; at most 90
  /// @param head that they were made from
  /// @param once names what is added, so that it is once; nothing where it need not be
  Added add(List<AuditEntry> entries, Head head, Optional<String> once);

  /// Lists a day's entries before a number, the last first.
  List<AuditEntry> before(LocalDate day, long number, int limit);

  /// Lists a day's entries after a number, in their order.
  List<AuditEntry> after(LocalDate day, long number, int limit);
}
