package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.IncidentStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes a comment that begins with `/ack`, by somebody who may write to the repository, for an
/// acknowledgement: on a pull request of the incident about its review, on an issue of the incident
/// that the issue tracks. `/ack 90` says for how many minutes.
///
/// Any other event costs nothing; such a comment costs a read and a write.
public final class AcknowledgeByComment {
  private static final Pattern COMMAND = Pattern.compile("/ack(?:[ \\t]+(\\d{1,5}))?[ \\t]*");

  private final IncidentStore incidents;
  private final SteerIncident steer;

  /// Works on these.
  public AcknowledgeByComment(IncidentStore incidents, SteerIncident steer) {
    this.incidents = incidents;
    this.steer = steer;
  }

  /// Takes an event, which may be a comment, and that a command.
  public void on(Event event, Instant now) {
    var command = CommentCommand.of(event).filter(CommentCommand::mayWrite);
    var length = command.flatMap(c -> length(c.line()));
    if (length.isPresent()) {
      incident(event)
          .flatMap(incidents::find)
          .filter(incident -> isOf(event, incident))
          .ifPresent(i -> steer.acknowledge(i.key(), command.get().by(), length.get(), now));
    }
  }

  private static Optional<Duration> length(String line) {
    var ack = COMMAND.matcher(line);
    if (!ack.matches()) {
      return Optional.empty();
    }
    var asked = Optional.ofNullable(ack.group(1)).map(Long::parseLong).map(Duration::ofMinutes);
    return Optional.of(asked.orElse(SteerIncident.ACKNOWLEDGED_FOR))
        .filter(Duration::isPositive)
        .filter(length -> length.compareTo(Incident.LONGEST_HOLD) <= 0);
  }

  private static Optional<String> incident(Event event) {
    return event.subject().kind() == SubjectKind.PR
        ? Optional.of(Incident.key(new ClockId(Metric.PR_REVIEW_TIME, event.subject())))
        : event.facts().text("event.issue.body").flatMap(Incident::trackedBy);
  }

  /// An issue may name any incident.
  private static boolean isOf(Event event, Incident incident) {
    return incident.clock().subject().repository().equals(event.subject().repository());
  }
}
