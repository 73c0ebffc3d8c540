package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.ViolationEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Looks after incidents that nobody holds any more: those whose clock still runs are escalated
/// anew, at the level they have come to, and the others resolved. Those that are still muted stay
/// so.
///
/// Publishes only; the escalation writes the incident, which is due no more then. So a sweep that
/// is doubled, or dies, escalates nothing twice.
public final class EscalateAnew {
  private static final int LIMIT = 200;

  private final IncidentStore incidents;
  private final ClockStore clocks;
  private final ViolationEvents events;
  private final Muting muting;

  /// Works on these.
  public EscalateAnew(
      IncidentStore incidents, ClockStore clocks, ViolationEvents events, Muting muting) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.events = events;
    this.muting = muting;
  }

  /// Looks after those that are due, and returns those that are escalated anew.
  public List<String> at(Instant now) {
    var anew = new ArrayList<String>();
    EachAlone.of(
        incidents.due(now, LIMIT),
        incident -> {
          var clock = clocks.find(incident.clock()).filter(EscalateAnew::isLate);
          var violation = clock.map(late -> anew(late, incident, now));
          var mute = violation.flatMap(v -> muting.of(v, now));
          if (violation.isEmpty()) {
            change(incident, i -> i.resolved(now));
          } else if (mute.isPresent()) {
            change(incident, i -> i.muted(mute.get(), now));
          } else {
            events.publish(violation.get());
            anew.add(incident.key());
          }
        });
    return anew;
  }

  private void change(Incident incident, UnaryOperator<Incident> change) {
    new Incidents(incidents).changeKnown(incident.key(), change);
  }

  private static boolean isLate(Clock clock) {
    return clock.state() != Clock.State.STOPPED && clock.level() > 0;
  }

  private static Violation anew(Clock clock, Incident incident, Instant now) {
    var announced = Level.numbered(Math.max(clock.level(), 1)).orElse(Level.CRITICAL);
    var level = clock.unannouncedAt(now).orElse(announced);
    return clock.violation(level, now).since(incident.told()).inRound(incident.round() + 1);
  }
}
