package dev.bellwether.usecase.port;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;

/// Brings notices to people by one channel.
public interface Notifier {
  /// Names the channel as definitions do: `slack`, `email`, `pagerduty`, `webhook`,
  /// `github_comment`.
  String channel();

  /// Hands a notice over. A channel that is not set up is a permanent failure that says what to
  /// set.
  Outcome deliver(Notice notice);
}
