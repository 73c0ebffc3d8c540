package dev.bellwether.domain.workflow;

import dev.bellwether.domain.access.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The record of one webhook that reached us: what it was and what was decided about it. What a
/// workflow in shadow would have done about something else is kept as one too.
///
/// @param id GitHub's `X-GitHub-Delivery`; a redelivery has the same
/// @param event GitHub's words, `pull_request.opened`
/// @param subject what it was about; null when the payload names nothing we know
/// @param decisions one for each workflow that listens to it, fired or not; of very many, those
///   that fire or may yet, and not all of them
/// @param happened what was judged, with what is kept of the payload, so that it can be judged
///   again; null when it is about nothing we follow
public record Delivery(
    String id,
    String event,
    Instant receivedAt,
    @Nullable Subject subject,
    List<Decision> decisions,
    @Nullable Event happened) {
  /// What fits into a record; what else was decided can be found again, as the webhook is kept.
  public static final int MOST_DECISIONS = 100;

  public Delivery {
    decisions = decisions.stream().limit(MOST_DECISIONS).toList();
  }

  /// Records what was decided about an event.
  public static Delivery of(String id, Event event, Instant receivedAt, List<Decision> decisions) {
    var kept =
        new Event(
            event.name(),
            event.triggers(),
            event.subject(),
            KeptPayload.of(event.facts()),
            event.occurredAt(),
            event.origin());
    return new Delivery(id, event.name(), receivedAt, event.subject(), decisions, kept);
  }

  /// Records that something came which is about nothing we follow.
  ///
  /// @param event GitHub's words
  public static Delivery aboutNothing(String id, String event, Instant receivedAt) {
    return new Delivery(id, event, receivedAt, null, List.of(), null);
  }

  /// Finds the repository it is about.
  public Optional<String> repository() {
    return Optional.ofNullable(subject).map(Subject::repository);
  }

  /// Tells whether somebody sees it: what is about nothing we follow, whoever sees everything.
  public boolean isSeenBy(Principal principal) {
    return !principal.isLimited() || repository().filter(principal::sees).isPresent();
  }

  /// Finds what can be judged again.
  public Optional<Event> ifKept() {
    return Optional.ofNullable(happened);
  }

  /// Finds what was decided about a workflow.
  public Optional<Decision> decisionOn(WorkflowId workflow) {
    return decisions.stream().filter(d -> d.workflow().equals(workflow)).findFirst();
  }
}
