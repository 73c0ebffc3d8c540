package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.INTEGER;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.ViolationEvents;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Raises a violation of the subject's promise at a level, as its clock would.
///
/// A violation is known by its clock and level, so one that the clock or an earlier execution has
/// raised already is not announced again.
public final class EscalateSla implements Action {
  /// Facts that say for how many seconds it has lasted, the surest first.
  private static final List<String> ELAPSED = List.of("elapsed_seconds", "build_duration");

  private final ViolationEvents events;
  private final ActionSignature signature;

  /// Raises by these.
  ///
  /// @param channels the only ones a definition may name
  public EscalateSla(ViolationEvents events, Collection<String> channels) {
    this.events = events;
    this.signature = declared(channels.toArray(String[]::new));
  }

  private static ActionSignature declared(String... channels) {
    return new ActionSignature(
        "escalate_sla",
        "Raises an SLA violation about the subject.",
        Repeat.SAFE,
        List.of(
            required("level", INTEGER, "1 warning, 2 escalation, 3 critical").oneOf("1", "2", "3"),
            optional("notification_channels", TEXTS, "where the notice goes, not the usual places")
                .oneOf(channels),
            optional("metric", TEXT, "the promise broken; the subject's own when left out")
                .oneOf(
                    Arrays.stream(Metric.values()).map(Metric::wireName).toArray(String[]::new))));
  }

  @Override
  public ActionSignature signature() {
    return signature;
  }

  @Override
  public Outcome perform(Call call) {
    var metric = metric(call);
    if (metric.isEmpty()) {
      return Outcome.failedForGood(
          "No promise is about %s: name one by the parameter metric".formatted(call.subject()));
    }
    var level = Level.numbered(Integer.parseInt(call.required("level")));
    if (level.isEmpty()) {
      return Outcome.failedForGood("The parameter level is 1, 2 or 3");
    }
    var violation = violation(call, metric.get(), level.get());
    events.publish(violation);
    return new Outcome.Done(Map.of("violation_id", violation.id()));
  }

  private static Violation violation(Call call, Metric metric, Level level) {
    var threshold = seconds(call, "threshold_seconds").orElse(metric.standardThreshold());
    var elapsed =
        ELAPSED.stream()
            .flatMap(fact -> seconds(call, fact).stream())
            .findFirst()
            .orElse(threshold);
    return new Violation(
        new ClockId(metric, call.subject()),
        level,
        0,
        call.now().minus(elapsed),
        threshold,
        elapsed,
        call.now(),
        null,
        call.texts("notification_channels"),
        call.facts());
  }

  private static Optional<Metric> metric(Call call) {
    var named = call.text("metric");
    return named.isPresent() ? named.flatMap(Metric::named) : Metric.about(call.subject().kind());
  }

  private static Optional<Duration> seconds(Call call, String fact) {
    return call.facts().number(fact).map(Duration::ofSeconds);
  }
}
