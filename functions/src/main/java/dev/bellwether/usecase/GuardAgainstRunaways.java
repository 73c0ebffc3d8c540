package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.Firings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Stops workflows that set themselves off, over others or over the world: a chain of executions
/// that led to one another is cut at [Cause#MAX_DEPTH], and a workflow that fires for one subject
/// more than [#MOST] times in an hour does nothing for it until it is quieter. People are told.
///
/// The store is asked only about what this process has seen before: what fires that often has been
/// seen by one of a few processes long before, and everything else costs nothing.
public final class GuardAgainstRunaways {
  /// More firings than this in [#WINDOW] are no coincidence.
  static final int MOST = 20;

  static final Duration WINDOW = Duration.ofHours(1);

  /// As many workflows and subjects as are worth remembering.
  private static final int REMEMBERED = 10_000;

  private final Firings firings;
  private final RaiseAlert raiseAlert;
  private final Map<Firing, Instant> seen =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Firing, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Firing(WorkflowId workflow, Subject subject) {}

  /// Works on these.
  public GuardAgainstRunaways(Firings firings, RaiseAlert raiseAlert) {
    this.firings = firings;
    this.raiseAlert = raiseAlert;
  }

  /// Judges an execution that has not begun.
  ///
  /// @return why it is not to begin; nothing when it may
  Optional<String> against(Execution execution, Instant now) {
    if (execution.cause().depth() > Cause.MAX_DEPTH) {
      return stopped(
          execution,
          "%d executions led to one another; no chain is longer than %d"
              .formatted(execution.cause().depth() + 1, Cause.MAX_DEPTH),
          now);
    }
    var workflow = execution.workflow().id();
    if (!isFamiliar(new Firing(workflow, execution.subject()), now)) {
      return Optional.empty();
    }
    var count = firings.countSince(now.minus(WINDOW), workflow, execution.subject(), MOST + 1);
    return count > MOST
        ? stopped(
            execution,
            "It fired more than %d times for %s within an hour"
                .formatted(MOST, execution.subject()),
            now)
        : Optional.empty();
  }

  private synchronized boolean isFamiliar(Firing firing, Instant now) {
    var last = seen.put(firing, now);
    return last != null && last.isAfter(now.minus(WINDOW));
  }

  private Optional<String> stopped(Execution execution, String because, Instant now) {
    raiseAlert.about(execution, "runaway", because, now);
    return Optional.of(because + ": it is paused for it");
  }
}
