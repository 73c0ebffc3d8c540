package dev.bellwether.adapter.json;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds what somebody meant when they wrote a name that does not exist.
final class Nearest {
  /// Longer lists of names are not read by anybody.
  private static final int WORTH_LISTING = 24;

  private Nearest() {}

  /// Says that a name is unknown, what was probably meant, and what there is.
  static String unknown(String kind, String written, Collection<String> names) {
    var shown = written.length() > 60 ? written.substring(0, 60) + "…" : written;
    var meant = to(written, names).map(n -> ": did you mean '%s'?".formatted(n)).orElse("");
    var all = String.join(", ", names.stream().sorted().toList());
    var choice = names.size() <= WORTH_LISTING ? " Known: " + all : "";
    return "Unknown %s '%s'%s%s"
        .formatted(kind, shown, meant.isEmpty() && !choice.isEmpty() ? "." : meant, choice);
  }

  /// Finds the name that takes the fewest changes of a letter, if those are few enough to be a
  /// slip.
  static Optional<String> to(String written, Collection<String> names) {
    var word = written.toLowerCase(Locale.ROOT);
    var slip = Math.max(1, (Math.min(word.length(), 40) + 1) / 3);
    return names.stream()
        .filter(name -> Math.abs(name.length() - word.length()) <= slip)
        .filter(name -> distance(word, name) <= slip)
        .min(Comparator.<String>comparingInt(name -> distance(word, name)).thenComparing(n -> n));
  }

  /// Counts insertions, deletions and replacements (Levenshtein's distance).
  private static int distance(String from, String to) {
    var row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        var replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
