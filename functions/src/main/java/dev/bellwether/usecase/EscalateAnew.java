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

/// Looks after incidents that nobody holds any more: those whose clock still runs are escalated
/// anew, at the level it is at, and the others resolved.
///
/// Publishes only; the escalation writes the incident, which is due no more then. So a sweep that
/// is doubled, or dies, escalates nothing twice.
public final class EscalateAnew {
  private static final int LIMIT = 200;

  private final IncidentStore incidents;
  private final ClockStore clocks;
  private final ViolationEvents events;

  /// Works on these.
  public EscalateAnew(IncidentStore incidents, ClockStore clocks, ViolationEvents events) {
    this.incidents = incidents;
    this.clocks = clocks;
    this.events = events;
  }

  /// Looks after those that are due, and returns those that are escalated anew.
  public List<String> at(Instant now) {
    var anew = new ArrayList<String>();
    EachAlone.of(
        incidents.due(now, LIMIT),
        incident -> {
          var clock = clocks.find(incident.clock()).filter(EscalateAnew::isLate);
          if (clock.isEmpty()) {
            new Incidents(incidents).changeKnown(incident.key(), i -> i.resolved(now));
          } else {
            events.publish(anew(clock.get(), incident, now));
            anew.add(incident.key());
          }
        });
    return anew;
  }

  private static boolean isLate(Clock clock) {
    return clock.state() != Clock.State.STOPPED && clock.level() > 0;
  }

  private static Violation anew(Clock clock, Incident incident, Instant now) {
    var level = Level.numbered(Math.max(clock.level(), 1)).orElse(Level.CRITICAL);
    return clock.violation(level, now).since(incident.told()).inRound(incident.round() + 1);
  }
}
