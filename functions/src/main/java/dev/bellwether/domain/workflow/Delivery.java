package dev.bellwether.domain.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The record of one webhook that reached us: what it was and what was decided about it.
///
/// @param id GitHub's `X-GitHub-Delivery`; a redelivery has the same
/// @param event GitHub's words, `pull_request.opened`
/// @param subject what it was about; null when the payload names nothing we know
/// @param decisions one for each workflow that listens to it, fired or not; of very many, those
///   that fire or may yet, and not all of them
public record Delivery(
    String id,
    String event,
    Instant receivedAt,
    @Nullable Subject subject,
    List<Decision> decisions) {
  /// What fits into a record; what else was decided can be found again, as the webhook is kept.
  public static final int MOST_DECISIONS = 100;

  public Delivery {
    decisions = decisions.stream().limit(MOST_DECISIONS).toList();
  }
}
