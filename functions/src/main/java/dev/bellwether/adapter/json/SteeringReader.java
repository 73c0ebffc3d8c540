package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.execution.ReplayFrom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what people send to steer executions and incidents.
public final class SteeringReader {
  private SteeringReader() {}

  /// What somebody says.
  ///
  /// @param step the id of the step meant; null where none is named
  /// @param by who says so
  /// @param comment in their words; empty where there are none
  public record Answered(@Nullable String step, String by, String comment) {}

  /// Reads `{"by": …, "comment": …, "step": …}`; all may be left out.
  public static Reading<Answered> answer(JsonNode document, Principal speaker) {
    var faults = new ArrayList<Fault>();
    var answer =
        Draft.of(document, "", faults)
            .map(
                draft -> {
                  var said =
                      new Answered(
                          draft.text("step", 63).orElse(null),
                          Speaker.read(draft, speaker),
                          draft.text("comment", 500).orElse(""));
                  draft.refuseOthers();
                  return said;
                });
    return reading(answer, faults);
  }

  /// Reads `{"from": "start"}` or `{"from": "failed_step"}`; the start when left out.
  public static Reading<ReplayFrom> from(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var from =
        Draft.of(document, "", faults)
            .map(
                draft -> {
                  var read = draft.constant("from", ReplayFrom.class).orElse(ReplayFrom.START);
                  draft.refuseOthers();
                  return read;
                });
    return reading(from, faults);
  }

  /// What somebody says to an incident.
  ///
  /// @param length for how long; nothing where the usual time is meant
  public record IncidentSteering(String by, Optional<Duration> length) {}

  /// Reads `{"by": …, "minutes": …}`; both may be left out.
  public static Reading<IncidentSteering> incident(JsonNode document, Principal speaker) {
    var faults = new ArrayList<Fault>();
    var most = Math.toIntExact(Incident.LONGEST_HOLD.toMinutes());
    var said =
        Draft.of(document, "", faults)
            .map(
                draft -> {
                  var by = Speaker.read(draft, speaker);
                  var minutes = draft.integer("minutes", 1, most).map(Duration::ofMinutes);
                  draft.refuseOthers();
                  return new IncidentSteering(by, minutes);
                });
    return reading(said, faults);
  }

  private static <T> Reading<T> reading(Optional<T> read, List<Fault> faults) {
    return read.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(read.get())
        : new Reading.Refused<>(faults);
  }
}
