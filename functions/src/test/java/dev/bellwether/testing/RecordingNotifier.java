package dev.bellwether.testing;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Notifier;
import java.util.function.Function;

/// Slack, as far as it takes notices: what becomes of one is a test's business.
public record RecordingNotifier(Function<Notice, Outcome> told) implements Notifier {
  @Override
  public String channel() {
    return "slack";
  }

  @Override
  public Outcome deliver(Notice notice) {
    return told.apply(notice);
  }
}
