package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.usecase.port.IncidentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets people take care of incidents.
public final class SteerIncident {
  /// How long an acknowledgement lasts where nobody says otherwise; then escalation goes on.
  public static final Duration ACKNOWLEDGED_FOR = Duration.ofMinutes(30);

  private final Incidents incidents;

  /// Works on this.
  public SteerIncident(IncidentStore incidents) {
    this.incidents = new Incidents(incidents);
  }

  /// Takes care of one: nobody is told of further levels until that is over. One that is resolved
  /// stays so.
  ///
  /// @return as it is now; nothing when there is none
  public Optional<Incident> acknowledge(String key, String by, Duration length, Instant now) {
    return incidents.changeKnown(key, i -> i.acknowledged(by, now, now.plus(length)));
  }

  /// Keeps one quiet.
  ///
  /// @return as it is now; nothing when there is none
  public Optional<Incident> snooze(String key, String by, Duration length, Instant now) {
    return incidents.changeKnown(key, i -> i.snoozed(by, now, now.plus(length)));
  }

  /// Says that one is over, whatever its clock says; when that reaches another level, it is open
  /// again.
  ///
  /// @return as it is now; nothing when there is none
  public Optional<Incident> resolve(String key, String by, Instant now) {
    return incidents.changeKnown(key, i -> i.resolved(by, now));
  }
}
