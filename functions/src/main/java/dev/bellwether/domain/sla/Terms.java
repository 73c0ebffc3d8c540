package dev.bellwether.domain.sla;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What is promised: how long it may take, when which level is reached after that, and which time
/// counts.
///
/// @param offsets how long after the threshold each level is reached, the lowest first; three, none
///   before the one below it
public record Terms(Duration threshold, List<Duration> offsets, Calendar calendar) {
  /// @throws IllegalArgumentException when the levels are not three in order
  public Terms {
    offsets = List.copyOf(offsets);
    if (offsets.size() != Level.values().length || !isInOrder(offsets)) {
      throw new IllegalArgumentException("Three levels, none before the one below it: " + offsets);
    }
  }

  /// Promises something under the standard levels, around the clock.
  public static Terms standard(Duration threshold) {
    var offsets = new ArrayList<Duration>();
    for (var level : Level.values()) {
      offsets.add(level.offset());
    }
    return new Terms(threshold, offsets, Calendar.ALWAYS);
  }

  /// Says after how much time a level is reached.
  public Duration at(Level level) {
    return threshold.plus(offsets.get(level.number() - 1));
  }

  /// Finds the highest level that is reached by then.
  public Optional<Level> reachedBy(Duration elapsed) {
    Optional<Level> highest = Optional.empty();
    for (var level : Level.values()) {
      if (elapsed.compareTo(at(level)) >= 0) {
        highest = Optional.of(level);
      }
    }
    return highest;
  }

  private static boolean isInOrder(List<Duration> offsets) {
    for (int i = 0; i < offsets.size(); i++) {
      var before = i == 0 ? Duration.ZERO : offsets.get(i - 1);
      if (offsets.get(i).compareTo(before) < 0) {
        return false;
      }
    }
    return true;
  }
}
