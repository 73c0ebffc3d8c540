package dev.bellwether.domain.agent;

import java.time.Instant;
import java.util.Map;

/// Writes messages to agents as reports about them: their answer is waited for from then on.
public final class MessageActivity {
  /// What such reports say that they are.
  public static final String TYPE = "notification_sent";

  private MessageActivity() {}

  /// Writes a message; the same id again is the same message. What it says was filled in with words
  /// of others, and is marked so.
  ///
  /// @param pullRequest its number; 0 where the message is about none
  public static AgentActivity of(
      String id,
      String agent,
      String type,
      String repository,
      int pullRequest,
      String text,
      Instant now) {
    return new AgentActivity(
        "message/" + id,
        now,
        agent,
        type,
        TYPE,
        Map.of("text", text, "trust", "untrusted"),
        repository,
        "-",
        pullRequest == 0 ? null : pullRequest,
        null,
        null,
        "open",
        null);
  }
}
