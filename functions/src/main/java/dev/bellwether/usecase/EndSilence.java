package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.escalation.Silence;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.SilenceStore;
import java.time.Instant;
import java.util.Optional;

/// Ends a silence before its time: the incidents that it kept quiet are looked after with the next
/// sweep.
public final class EndSilence {
  private static final int LIMIT = 1000;

  private final SilenceStore silences;
  private final IncidentStore incidents;

  /// Works on these.
  public EndSilence(SilenceStore silences, IncidentStore incidents) {
    this.silences = silences;
    this.incidents = incidents;
  }

  /// Ends one.
  ///
  /// @return as it was; nothing when there is none
  public Optional<Silence> of(String id, Instant now) {
    var ended = silences.delete(id);
    ended.ifPresent(silence -> release(silence, now));
    return ended;
  }

  private void release(Silence silence, Instant now) {
    EachAlone.of(
        incidents.open(LIMIT).stream().filter(i -> isKeptQuiet(i, silence)).toList(),
        incident ->
            new Incidents(incidents)
                .changeKnown(
                    incident.key(),
                    i -> isKeptQuiet(i, silence) ? i.snoozed(silence.holder(), now, now) : i));
  }

  private static boolean isKeptQuiet(Incident incident, Silence silence) {
    var hold = incident.hold();
    return hold != null && hold.by().equals(silence.holder());
  }
}
