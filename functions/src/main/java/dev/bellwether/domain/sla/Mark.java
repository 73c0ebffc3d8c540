package dev.bellwether.domain.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;

/// One thing that happened to a clock, at the instant the sender says it did.
public record Mark(Kind kind, Instant at) implements Comparable<Mark> {
  private static final Comparator<Mark> BY_TIME =
      Comparator.comparing(Mark::at).thenComparing(Mark::kind);

  /// What a mark does; of two at one instant the one named first here comes first.
  public enum Kind {
    /// The promise begins, or goes on after a pause.
    START,
    /// The subject is back after it had ended, and its promise is where it was then.
    REOPEN,
    /// What held the promise up is gone.
    RELEASE,
    /// Time stands still until the next start: a draft.
    PAUSE,
    /// Time stands still until the release, whatever is started meanwhile: a label says so.
    HOLD,
    /// The promise is kept or broken, and done with.
    STOP,
    /// The subject itself has ended, and with it the promise.
    CLOSE
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException when the text is not `kind@instant`
  public static Mark parse(String text) {
    var at = text.indexOf('@');
    if (at < 1) {
      throw new IllegalArgumentException("A mark reads kind@instant, not '%s'".formatted(text));
    }
    var kind = Kind.valueOf(text.substring(0, at).toUpperCase(Locale.ROOT));
    return new Mark(kind, Instant.parse(text.substring(at + 1)));
  }

  /// Writes the mark: `start@2026-11-24T09:00:00Z`.
  public String text() {
    return kind.name().toLowerCase(Locale.ROOT) + "@" + at;
  }

  @Override
  public int compareTo(Mark other) {
    return BY_TIME.compare(this, other);
  }
}
