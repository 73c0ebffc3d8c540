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
public record Event(
    String name, Set<TriggerType> triggers, Subject subject, Facts facts, Instant occurredAt) {
  public Event {
    triggers = Set.copyOf(triggers);
  }
}
