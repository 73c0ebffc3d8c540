package dev.bellwether.usecase.port;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Asks for a part of a list that is the newest first.
///
/// @param from nothing older is listed
/// @param to what is listed is older
/// @param after where the part before ended, by its [Slice#next]; only what comes after is listed
/// @param limit how many at most
public record Part(Instant from, Instant to, Optional<String> after, int limit) {
  /// How far "today and the days before" goes back; each day without enough costs some reads.
  private static final Duration DAYS_BEFORE = Duration.ofDays(6);

  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  /// The newest of today and the days before.
  public static Part newest(Instant now, int limit) {
    var today = now.truncatedTo(ChronoUnit.DAYS);
    var tomorrow = today.plus(1, ChronoUnit.DAYS);
    return new Part(today.minus(DAYS_BEFORE), tomorrow, Optional.empty(), limit);
  }

  /// The newest of whatever there is.
  public static Part newestEver(int limit) {
    return new Part(Instant.EPOCH, END_OF_TIME, Optional.empty(), limit);
  }

  /// Copies it as one that goes on after another.
  public Part goingOn(String next) {
    return new Part(from, to, Optional.of(next), limit);
  }

  /// Copies it as one of so many at most.
  public Part ofAtMost(int number) {
    return new Part(from, to, after, number);
  }

  /// There is no such place in any list.
  public static final class Misplaced extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Misplaced(String place) {
      super("No list has the place '%s'".formatted(place));
    }
  }
}
