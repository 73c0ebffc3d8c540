package dev.bellwether.function.escalation;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.ViolationJson;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.function.Environment;
import dev.bellwether.function.LogLine;
import dev.bellwether.function.Priming;
import dev.bellwether.function.Wiring;
import dev.bellwether.usecase.Escalate;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// Takes `SLA Violation Detected` and `SLA Violation Resolved` from the event bus; [ScheduledEvent]
/// is the type that Lambda's library has for any event of EventBridge.
///
/// What breaks is thrown: EventBridge hands the event over again, and in the end to the dead letter
/// queue.
public final class EscalationHandler implements RequestHandler<ScheduledEvent, String> {
  private static final String RESOLVED = "SLA Violation Resolved";

  private final Supplier<Escalate> escalate;
  private final InstantSource clock;

  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry holds on to it weakly
  private final Priming priming;

  /// As Lambda builds it.
  public EscalationHandler() {
    this(Environment.system());
  }

  /// Works in an environment.
  public EscalationHandler(Environment environment) {
    this(new Wiring(environment));
  }

  private EscalationHandler(Wiring wiring) {
    this(wiring::escalate, wiring.environment().clock(), wiring::rehearseEscalations);
  }

  EscalationHandler(Supplier<Escalate> escalate, InstantSource clock, Runnable rehearsal) {
    this.escalate = escalate;
    this.clock = clock;
    this.priming = Priming.with(rehearsal);
  }

  /// Escalates.
  ///
  /// @return the violation's id
  /// @throws IllegalArgumentException when the detail is no violation
  @Override
  public String handleRequest(ScheduledEvent event, Context context) {
    var violation = ViolationJson.read(Json.tree(event.getDetail()));
    var line =
        switch (taken(event, violation)) {
          case Escalate.Result.Recorded recorded -> LogLine.info("Violation recorded");
          case Escalate.Result.Held held ->
              LogLine.info("Violation held").with("state", held.incident().state());
          case Escalate.Result.Escalated escalated ->
              LogLine.info("Violation escalated").with("started", texts(escalated.started()));
        };
    line.with("violation_id", violation.id())
        .with("metric", violation.clock().metric().wireName())
        .with("subject", violation.clock().subject())
        .with("level", violation.level().number())
        .with("elapsed_seconds", violation.elapsed().toSeconds())
        .to(context);
    return violation.id();
  }

  private Escalate.Result taken(ScheduledEvent event, Violation violation) {
    return RESOLVED.equals(event.getDetailType())
        ? escalate.get().resolved(violation, clock.instant())
        : escalate.get().of(violation, clock.instant());
  }

  private static List<String> texts(List<ExecutionId> ids) {
    return ids.stream().map(ExecutionId::value).toList();
  }
}
