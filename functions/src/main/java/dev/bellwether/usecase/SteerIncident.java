package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.AlertUpdate;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Creation;
import dev.bellwether.usecase.port.IncidentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Lets people take care of incidents; PagerDuty, where it pages people about one, hears of it.
public final class SteerIncident {
  /// How long an acknowledgement lasts where nobody says otherwise; then escalation goes on.
  public static final Duration ACKNOWLEDGED_FOR = Duration.ofMinutes(30);

  private final Incidents incidents;
  private final ExecutionStore executions;
  private final ExecutionQueue queue;

  /// Works on these.
  public SteerIncident(IncidentStore incidents, ExecutionStore executions, ExecutionQueue queue) {
    this.incidents = new Incidents(incidents);
    this.executions = executions;
    this.queue = queue;
  }

  /// Takes care of one: nobody is told of further levels until that is over. One that is resolved
  /// stays so.
  ///
  /// @return as it is now; nothing when there is none
  public Optional<Incident> acknowledge(String key, String by, Duration length, Instant now) {
    return told(incidents.changeKnown(key, i -> i.acknowledged(by, now, now.plus(length))), now);
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
    return told(incidents.changeKnown(key, i -> i.resolved(by, now)), now);
  }

  /// Told after it is stored; doing the same again tells what was not.
  private Optional<Incident> told(Optional<Incident> steered, Instant now) {
    steered
        .flatMap(AlertUpdate::of)
        .map(update -> Execution.start(update.steps(), update.event(), update.cause(), null, now))
        .filter(execution -> executions.create(execution) == Creation.CREATED)
        .ifPresent(execution -> queue.enqueue(execution, Duration.ZERO));
    return steered;
  }
}
