package dev.bellwether.adapter.github;

import dev.bellwether.domain.escalation.Notice;

/// The hidden line by which what we wrote is found again: `<!-- bellwether:<key> -->`.
final class Marker {
  /// What every marker begins with.
  static final String START = "<!-- bellwether:";

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
}
