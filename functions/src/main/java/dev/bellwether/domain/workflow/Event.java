package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Facts;
import java.time.Instant;
import java.util.Set;

/// Tells that something happened to a subject: what may set workflows off and move SLA clocks.
///
/// @param name what happened in the sender's words: GitHub's `pull_request.opened`, `schedule`
/// @param triggers every trigger it counts as; one webhook can be several (`pr_merged` is also
///   `pr_closed`)
/// @param occurredAt by the sender's own timestamps, which rule over the time of arrival
/// @param origin whose doing it was; our own starts only what asks for it
public record Event(
    String name,
    Set<TriggerType> triggers,
    Subject subject,
    Facts facts,
    Instant occurredAt,
    Origin origin) {
  public Event {
    triggers = Set.copyOf(triggers);
  }

  /// Tells of something that was not our own doing.
  public Event(
      String name, Set<TriggerType> triggers, Subject subject, Facts facts, Instant occurredAt) {
    this(name, triggers, subject, facts, occurredAt, new Origin.Others());
  }

  /// Copies the event as it is judged at an instant: `now` is among its facts.
  public Event judgedAt(Instant now) {
    return new Event(name, triggers, subject, facts.at(now), occurredAt, origin);
  }
}
