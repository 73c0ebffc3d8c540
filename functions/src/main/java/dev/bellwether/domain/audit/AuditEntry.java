package dev.bellwether.domain.audit;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An entry of the audit log, sealed with all of its day before it.
///
/// @param day in UTC
/// @param number counts the entries of the day, from 1
/// @param deed what was done
/// @param previous the seal of the entry before; [#FIRST] for the first of the day
/// @param seal the SHA-256 of all the others, in hexadecimal
public record AuditEntry(LocalDate day, long number, Deed deed, String previous, String seal) {
  /// What the first entry of a day has for the seal before it.
  public static final String FIRST = "-";

  /// Writes what the seal is of: each part with its length, so that no two entries are written the
  /// same.
  public static String text(LocalDate day, long number, Deed deed, String previous) {
    return netstrings(
        day,
        number,
        deed.at(),
        deed.actor(),
        deed.actorName(),
        deed.action(),
        deed.target(),
        deed.before(),
        deed.after(),
        deed.correlationId(),
        previous);
  }

  /// Writes what the seal of this entry must be of.
  public String text() {
    return text(day, number, deed, previous);
  }

  /// What is left out is told from what is empty.
  private static String netstrings(@Nullable Object... parts) {
    return Arrays.stream(parts)
        .map(part -> part == null ? "-" : netstring(part.toString()))
        .collect(Collectors.joining());
  }

  private static String netstring(String text) {
    return text.length() + ":" + text + ",";
  }
}
