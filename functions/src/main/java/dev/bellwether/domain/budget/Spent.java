package dev.bellwether.domain.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What was spent lately, by slots of time: enough to know any sliding window.
///
/// A request may be sent until the end of the slot it was granted in, so a window is free of it
/// only when the whole slot is out of the window.
///
/// @param slot how long a slot is
/// @param window how long GitHub looks back
public record Spent(Duration slot, Duration window, List<Slot> slots) {

  /// A slot, counted since the epoch, and what was spent in it.
  public record Slot(long number, Cost cost) {}

  public Spent {
    slots = List.copyOf(slots);
  }

  static Spent nothing(Duration slot, Duration window) {
    return new Spent(slot, window, List.of());
  }

  /// Forgets what no window reaches any more.
  Spent at(Instant now) {
    return new Spent(slot, window, slots.stream().filter(s -> now.isBefore(freeAt(s))).toList());
  }

  Spent with(Cost cost, Instant now) {
    var number = number(now);
    var more = new ArrayList<Slot>();
    var sum = cost;
    for (var known : slots) {
      if (known.number() == number) {
        sum = sum.plus(known.cost());
      } else {
        more.add(known);
      }
    }
    more.add(new Slot(number, sum));
    return new Spent(slot, window, more);
  }

  Cost sum() {
    return slots.stream().map(Slot::cost).reduce(new Cost(0, 0), Cost::plus);
  }

  /// Finds when so many contents that are spent now are free again; the end of the window when that
  /// is all of them and more.
  Instant freeAfter(int contents, Instant now) {
    var free = 0;
    var at = now;
    for (var known : slots) {
      if (free >= contents) {
        return at;
      }
      free += known.cost().contents();
      at = freeAt(known);
    }
    return at;
  }

  Instant endOfSlot(Instant now) {
    return start(number(now) + 1);
  }

  private Instant freeAt(Slot known) {
    return start(known.number() + 1).plus(window);
  }

  private Instant start(long number) {
    return Instant.ofEpochSecond(number * slot.toSeconds());
  }

  private long number(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), slot.toSeconds());
  }
}
