package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.escalation.Pace;
import dev.bellwether.domain.escalation.Pace.Answer;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.usecase.port.Notifier;
import dev.bellwether.usecase.port.PaceStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/// Hands notices to a channel that takes one in a while, whoever sends; those whose turn is later
/// wait for it, in the order in which they came.
///
/// A notice costs a read and a write, one that waits the same once more.
public final class PacedNotifier implements Notifier {
  private static final int TRIES = 20;

  private final Notifier notifier;
  private final Duration each;
  private final Supplier<PaceStore> paces;
  private final InstantSource clock;

  /// Works on these.
  ///
  /// @param each how long after a message the channel takes the next
  /// @param paces asked for at every use
  public PacedNotifier(
      Notifier notifier, Duration each, Supplier<PaceStore> paces, InstantSource clock) {
    this.notifier = notifier;
    this.each = each;
    this.paces = paces;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return notifier.channel();
  }

  @Override
  public Outcome deliver(Notice notice) {
    var store = paces.get();
    for (int tries = 0; tries < TRIES; tries++) {
      switch (store.find(channel()).ask(notice.key(), each, clock.instant())) {
        case Answer.Now(Pace next) -> {
          if (store.replace(next)) {
            return notifier.deliver(notice);
          }
        }
        case Answer.Later(Pace next, Duration delay) -> {
          if (store.replace(next)) {
            return later(delay);
          }
        }
      }
    }
    return later(each);
  }

  private Outcome later(Duration wait) {
    var reason = "%s takes one message in %d s".formatted(channel(), each.toSeconds());
    return new Outcome.Pending(wait, reason, Map.of());
  }
}
