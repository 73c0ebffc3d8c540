package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.escalation.Rotation;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Reads who is on call. Everything wrong is told at once, each at its JSON Pointer.
///
///     {"rotations": [{"id": "primary", "zone": "Europe/Paris", "members": ["ada", "grace"],
///                     "start": "2026-11-02T09:00", "days": 7,
///                     "overrides": [{"member": "ken", "from": "2026-11-25T18:00:00Z",
///                                    "until": "2026-11-26T06:00:00Z"}]}]}
public final class RotationReader {
  private static final int MOST_MEMBERS = 100;
  private static final int LONGEST_TURN = 366;

  private RotationReader() {}

  /// Reads a document.
  public static Reading<List<Rotation>> read(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var rotations = Draft.of(document, "", faults).map(RotationReader::rotations);
    return rotations.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(rotations.get())
        : new Reading.Refused<>(faults);
  }

  private static List<Rotation> rotations(Draft draft) {
    var rotations = new LinkedHashMap<String, Rotation>();
    for (var one : draft.objects("rotations")) {
      rotation(one)
          .filter(rotation -> rotations.putIfAbsent(rotation.id(), rotation) != null)
          .ifPresent(twice -> one.fault("Another rotation has this id", "id"));
    }
    draft.refuseOthers();
    return List.copyOf(rotations.values());
  }

  private static Optional<Rotation> rotation(Draft draft) {
    var id = PolicyReader.id(draft, "what tells it from the others, such as primary");
    var zone = zone(draft);
    draft.require("members", "who take turns, such as [\"ada\", \"grace\"]");
    var members = draft.texts("members", MOST_MEMBERS, 100);
    if (draft.has("members") && draft.list("members").isEmpty()) {
      draft.fault("members must have one at least", "members");
    }
    var start = start(draft);
    var days = draft.integer("days", 1, LONGEST_TURN).orElse(7);
    var overrides = draft.objects("overrides").stream().flatMap(o -> override(o).stream()).toList();
    draft.refuseOthers();
    return id.isEmpty() || start.isEmpty() || members.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rotation(id.get(), zone, members, start.get(), days, overrides));
  }

  private static ZoneId zone(Draft draft) {
    var name = draft.text("zone", 60).orElse("UTC");
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      draft.fault("zone must be a name of the IANA's, such as Europe/Paris", "zone");
      return ZoneId.of("UTC");
    }
    return ZoneId.of(name);
  }

  private static Optional<LocalDateTime> start(Draft draft) {
    return draft
        .requiredText("start", 30, "when the first turn begins, such as 2026-11-02T09:00")
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDateTime.parse(text));
              } catch (DateTimeParseException notATime) {
                draft.fault("start must be a time such as 2026-11-02T09:00", "start");
                return Optional.empty();
              }
            });
  }

  private static Optional<Rotation.Stint> override(Draft draft) {
    var member = draft.requiredText("member", 100, "who is on call meanwhile");
    draft.require("from", "when that begins, such as 2026-11-25T18:00:00Z");
    draft.require("until", "when that ends, such as 2026-11-26T06:00:00Z");
    var from = draft.instant("from");
    var until = draft.instant("until");
    draft.refuseOthers();
    if (member.isEmpty() || from.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(until.get())) {
      draft.fault("until must be after from", "until");
    }
    return Optional.of(new Rotation.Stint(member.get(), from.get(), until.get()));
  }
}
