package dev.bellwether.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.escalation.Rotation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rotations as they are written, and who is on call by them.
class RotationTest {
  private static final String DOCUMENT =
      """
      {"rotations": [
        {"id": "primary", "zone": "Europe/Paris", "members": ["ada", "grace", "ken"],
         "start": "2026-10-19T09:00", "days": 7,
         "overrides": [
           {"member": "eve", "from": "2026-11-25T18:00:00Z", "until": "2026-11-26T06:00:00Z"},
           {"member": "bob", "from": "2026-11-25T20:00:00Z", "until": "2026-11-25T22:00:00Z"}]},
        {"id": "nights", "members": ["mona"], "start": "2026-11-02T00:00"}]}
      """;

  @ParameterizedTest
  @CsvSource({
    "2026-10-19T06:59:59Z, '', before the first turn",
    "2026-10-19T07:00:00Z, ada, nine in summer is seven",
    "2026-10-26T07:59:59Z, ada, and after the clocks were put back eight",
    "2026-10-26T08:00:00Z, grace, the turn is an hour longer",
    "2026-11-02T08:00:00Z, ken, the third",
    "2026-11-09T08:00:00Z, ada, and round again",
    "2026-11-25T17:59:59Z, ken, until somebody takes over",
    "2026-11-25T18:00:00Z, eve, for a night",
    "2026-11-25T20:00:00Z, bob, and somebody else for a part of it",
    "2026-11-25T22:00:00Z, eve, until that is over",
    "2026-11-26T06:00:00Z, ken, whose turn it still is"
  })
  void turns_change_on_the_clocks_of_the_zone(Instant now, String member, String why) {
    assertEquals(member, accepted(DOCUMENT).getFirst().at(now).orElse(""), why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "Europe/Paris"              | "Paris"        | /rotations/0/zone
          ["ada", "grace", "ken"]     | []             | /rotations/0/members
          ["ada", "grace", "ken"]     | ["ada", "ada"] | /rotations/0/members/1
          "2026-10-19T09:00"          | "Monday"       | /rotations/0/start
          "days": 7                   | "days": 0      | /rotations/0/days
          "until": "2026-11-26T06:00:00Z" | "until": "2026-11-25T06:00:00Z" | /rotations/0/overrides/0/until
          "member": "bob"             | "who": "bob"   | /rotations/0/overrides/1/member
          "id": "nights"              | "id": "primary" | /rotations/1/id
          "id": "nights"              | "name": "nights" | /rotations/1/id
          """)
  void what_is_wrong_is_told_where_it_is(String good, String bad, String pointer) {
    assertTrue(DOCUMENT.contains(good), good);

    switch (RotationReader.read(Json.read(DOCUMENT.replace(good, bad)))) {
      case Reading.Accepted<List<Rotation>> accepted -> throw new AssertionError("accepted");
      case Reading.Refused<List<Rotation>>(var faults) ->
          assertTrue(
              faults.stream().map(Fault::pointer).anyMatch(pointer::equals), faults::toString);
    }
  }

  @Test
  void nobody_written_is_nobody_on_call() {
    assertEquals(List.of(), accepted("{}"));
  }

  private static List<Rotation> accepted(String document) {
    return switch (RotationReader.read(Json.read(document))) {
      case Reading.Accepted<List<Rotation>>(var rotations) -> rotations;
      case Reading.Refused<List<Rotation>>(var faults) -> throw new AssertionError(faults);
    };
  }
}
