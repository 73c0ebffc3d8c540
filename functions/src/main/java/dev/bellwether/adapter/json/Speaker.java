package dev.bellwether.adapter.json;

import dev.bellwether.domain.access.Principal;

/// Reads `by`: who says something, in the documents that people steer by.
final class Speaker {
  private Speaker() {}

  /// Reads who it is: whoever sent the document, unless they may speak for others.
  static String read(Draft draft, Principal speaker) {
    var by = draft.text("by", 100).orElse(speaker.name());
    if (!by.equals(speaker.name()) && !speaker.maySpeakForOthers()) {
      draft.fault("You come as %s: leave by out".formatted(speaker.name()), "by");
    }
    return by;
  }
}
