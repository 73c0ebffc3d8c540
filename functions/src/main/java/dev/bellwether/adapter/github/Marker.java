package dev.bellwether.adapter.github;

import dev.bellwether.domain.escalation.Notice;
import java.util.Optional;
import java.util.regex.Pattern;

/// The hidden line by which what we wrote is found again: `<!-- bellwether:<key> -->`.
final class Marker {
  /// What every marker begins with.
  static final String START = "<!-- bellwether:";

  private static final Pattern OF_A_STEP =
      Pattern.compile(START + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/[^ ]+ -->");

  /// GitHub takes 65,536 characters in a body; the rest is room for the marker.
  private static final int LONGEST_BODY = 65_000;

  private Marker() {}

  /// Writes the marker of a key; what could end a comment early is replaced.
  static String of(String key) {
    var safe = key.replaceAll("[^A-Za-z0-9_.:/|#~-]", "~").replace("--", "-~");
    return START + safe + " -->";
  }

  /// Puts a marker below a text, which is cut if it is longer than GitHub takes.
  static String below(String text, String key) {
    return Notice.cut(text, LONGEST_BODY) + "\n\n" + of(key);
  }

  /// Finds the execution whose step wrote a text: the last one marked, as ours goes below what
  /// others wrote. Markers of texts that are edited in place name a workflow, and so none.
  static Optional<String> executionIn(String text) {
    return OF_A_STEP.matcher(text).results().map(found -> found.group(1)).reduce((a, b) -> b);
  }
}
