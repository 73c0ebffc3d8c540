package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Counts one caller's requests against GitHub's limits. A restart forgets them.
final class Meter {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int READ = 1;
  private static final int WRITE = 5;
  private static final String PRIMARY = "API rate limit exceeded for the sandbox.";
  private static final String SECONDARY =
      "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

  private final Limits limits;
  private final Deque<Instant> writes = new ArrayDeque<>();
  private final Deque<Spent> spent = new ArrayDeque<>();
  private Instant windowEnd = Instant.MIN;
  private int used;

  private record Spent(Instant at, int points) {}

  Meter(Limits limits) {
    this.limits = limits;
  }

  /// Counts a request, unless that would exceed a limit.
  ///
  /// @return nothing to object to, or the refusal
  synchronized Optional<Refusal> take(Request request) {
    var now = request.at();
    forget(now);
    if (used >= limits.requestsPerHour()) {
      return Optional.of(Refusal.of(403, PRIMARY));
    }
    var cost = request.isWrite() ? WRITE : READ;
    if (points() + cost > limits.pointsPerMinute()
        || (request.isWrite() && isWritingTooMuch(now))) {
      return Optional.of(Refusal.of(403, SECONDARY).retryAfter(MINUTE));
    }
    used++;
    spent.addLast(new Spent(now, cost));
    if (request.isWrite()) {
      writes.addLast(now);
    }
    return Optional.empty();
  }

  /// Takes back the last count: a 304 is free of the primary limit.
  synchronized void giveBack() {
    used--;
  }

  synchronized int limit() {
    return Math.min(limits.requestsPerHour(), Limits.github().requestsPerHour());
  }

  /// Tells how many have been counted; without limits, always one.
  synchronized int used() {
    return limits.equals(Limits.none()) ? 1 : used;
  }

  /// Tells when the count begins anew, in seconds since 1970.
  synchronized long reset(Instant now) {
    forget(now);
    return windowEnd.getEpochSecond();
  }

  ObjectNode toJson(Instant now) {
    var body = Json.object();
    var core =
        Json.object()
            .put("limit", limit())
            .put("used", used())
            .put("remaining", limit() - used())
            .put("reset", reset(now));
    var resources = body.putObject("resources");
    for (var resource : List.of("core", "search", "graphql", "integration_manifest")) {
      resources.set(resource, core);
    }
    body.set("rate", core);
    return body;
  }

  private boolean isWritingTooMuch(Instant now) {
    var lastMinute = now.minus(MINUTE);
    return writes.size() >= limits.contentPerHour()
        || writes.stream().filter(at -> at.isAfter(lastMinute)).count()
            >= limits.contentPerMinute();
  }

  private int points() {
    return spent.stream().mapToInt(Spent::points).sum();
  }

  private void forget(Instant now) {
    if (!now.isBefore(windowEnd)) {
      windowEnd = now.plus(HOUR);
      used = 0;
    }
    while (!writes.isEmpty() && !writes.getFirst().isAfter(now.minus(HOUR))) {
      writes.removeFirst();
    }
    while (!spent.isEmpty() && !spent.getFirst().at().isAfter(now.minus(MINUTE))) {
      spent.removeFirst();
    }
  }
}
