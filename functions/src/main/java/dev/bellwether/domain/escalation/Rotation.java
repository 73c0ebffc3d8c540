package dev.bellwether.domain.escalation;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Who is on call, in turns.
///
/// Turns change at the same time of the day on the clocks of the zone, also where they are put on
/// or back. Before the first turn nobody is on call.
///
/// @param members who take turns, in order; a login, or whatever else names a person
/// @param start when the first turn begins, on the clocks of the zone
/// @param days how long a turn is
/// @param overrides who takes whose place meanwhile; of several, the last written counts
public record Rotation(
    String id,
    ZoneId zone,
    List<String> members,
    LocalDateTime start,
    int days,
    List<Stint> overrides) {
  /// @throws IllegalArgumentException when nobody is a member, or a turn has no day
  public Rotation {
    if (members.isEmpty() || days < 1) {
      throw new IllegalArgumentException("A rotation has members, and turns of a day or more");
    }
    members = List.copyOf(members);
    overrides = List.copyOf(overrides);
  }

  /// Somebody who is on call for a time, whoever's turn it is.
  public record Stint(String member, Instant from, Instant until) {}

  /// Finds who is on call at an instant.
  public Optional<String> at(Instant now) {
    return overrides.reversed().stream()
        .filter(override -> !now.isBefore(override.from()) && now.isBefore(override.until()))
        .map(Stint::member)
        .findFirst()
        .or(() -> inTurn(now));
  }

  private Optional<String> inTurn(Instant now) {
    var local = LocalDateTime.ofInstant(now, zone);
    if (local.isBefore(start)) {
      return Optional.empty();
    }
    var turn = ChronoUnit.DAYS.between(start, local) / days;
    return Optional.of(members.get((int) (turn % members.size())));
  }
}
