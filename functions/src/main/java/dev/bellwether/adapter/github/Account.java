package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.Origin;
import java.util.Map;
import java.util.Set;

/// The account Bellwether acts under, by which it knows its own doing when GitHub tells of it.
///
/// @param login such as `bellwether[bot]` of an App or `octo-bot` of a user; empty when not told:
///   then only what carries a hidden marker is known to be ours
record Account(String login) {
  private static final String APP = "[bot]";

  /// The actions that tell of writing; any other is somebody's doing to what was written before.
  private static final Set<String> WRITING = Set.of("opened", "created", "edited");

  /// Judges whose doing an event was.
  ///
  /// Somebody else can copy a marker, and only keeps workflows from their own comment or issue by
  /// it.
  Origin of(EventPayload payload) {
    var written = written(payload);
    var marked = written.text("body").filter(body -> body.contains(Marker.START));
    return marked.isPresent() || isSender(payload) || isApp(written)
        ? new Origin.Own(marked.flatMap(Marker::executionIn).orElse(null))
        : new Origin.Others();
  }

  /// Tells whether the one who acted is this account.
  boolean isSender(EventPayload payload) {
    return is(payload.word("sender.login"));
  }

  private boolean isApp(EventPayload written) {
    return is(written.word("performed_via_github_app.slug") + APP);
  }

  private boolean is(String other) {
    return !login.isEmpty() && login.equalsIgnoreCase(other);
  }

  /// Finds what the sender wrote, or nothing: what we wrote others may edit, which is their doing.
  private static EventPayload written(EventPayload payload) {
    var comment = payload.in("comment");
    var writing = comment.values().isEmpty() ? payload.in("issue") : comment;
    var writer = writing.text("user.login");
    var isBySender = writer.isEmpty() || writer.equals(payload.text("sender.login"));
    return isBySender && WRITING.contains(payload.word("action"))
        ? writing
        : new EventPayload(Map.of());
  }
}
