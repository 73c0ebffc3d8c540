package dev.bellwether.function.sla;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.function.Environment;
import dev.bellwether.function.LogLine;
import dev.bellwether.function.Priming;
import dev.bellwether.function.Wiring;
import dev.bellwether.usecase.AuditExecutions;
import dev.bellwether.usecase.CheckSlas;
import dev.bellwether.usecase.EscalateAnew;
import dev.bellwether.usecase.RequeueStuckExecutions;
import dev.bellwether.usecase.StartDueWorkflows;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Sweeps every five minutes: clocks, incidents, scheduled workflows, executions that got stuck,
/// and those that have ended, for the audit log.
///
/// The parts stand alone. When any fails the others have their turn, and then the invocation fails,
/// so that Lambda tries it again and the alarm hears of it; doing it twice does no harm.
public final class SlaCheckHandler implements RequestHandler<ScheduledEvent, String> {
  private final Supplier<CheckSlas> checkSlas;
  private final Supplier<EscalateAnew> escalateAnew;
  private final Supplier<StartDueWorkflows> startDueWorkflows;
  private final Supplier<RequeueStuckExecutions> requeueStuckExecutions;
  private final Supplier<AuditExecutions> auditExecutions;
  private final InstantSource clock;

  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry holds on to it weakly
  private final Priming priming;

  /// As Lambda builds it.
  public SlaCheckHandler() {
    this(Environment.system());
  }

  /// Works in an environment.
  public SlaCheckHandler(Environment environment) {
    this(new Wiring(environment));
  }

  private SlaCheckHandler(Wiring wiring) {
    this(
        wiring.sla()::checkSlas,
        wiring.sla()::escalateAnew,
        wiring::startDueWorkflows,
        wiring::requeueStuckExecutions,
        wiring.access()::auditExecutions,
        wiring.environment().clock());
  }

  SlaCheckHandler(
      Supplier<CheckSlas> checkSlas,
      Supplier<EscalateAnew> escalateAnew,
      Supplier<StartDueWorkflows> startDueWorkflows,
      Supplier<RequeueStuckExecutions> requeueStuckExecutions,
      Supplier<AuditExecutions> auditExecutions,
      InstantSource clock) {
    this.checkSlas = checkSlas;
    this.escalateAnew = escalateAnew;
    this.startDueWorkflows = startDueWorkflows;
    this.requeueStuckExecutions = requeueStuckExecutions;
    this.auditExecutions = auditExecutions;
    this.clock = clock;
    this.priming = Priming.with(this::rehearse);
  }

  /// Sweeps at an instant before which nothing was due, so that it only reads.
  private void rehearse() {
    checkSlas.get().at(Instant.EPOCH);
    escalateAnew.get().at(Instant.EPOCH);
    startDueWorkflows.get().at(Instant.EPOCH);
    requeueStuckExecutions.get().at(Instant.EPOCH);
    auditExecutions.get().at(Instant.EPOCH);
  }

  /// Sweeps.
  ///
  /// @return `swept`
  /// @throws IllegalStateException naming the parts that failed
  @Override
  public String handleRequest(ScheduledEvent event, Context context) {
    var failed = new ArrayList<String>();
    var line = LogLine.info("Swept");
    part("clocks", failed, context, () -> describe(checkSlas.get().at(clock.instant()), line));
    part(
        "incidents",
        failed,
        context,
        () -> line.with("anew", escalateAnew.get().at(clock.instant())));
    part(
        "schedules",
        failed,
        context,
        () -> line.with("started", texts(startDueWorkflows.get().at(clock.instant()))));
    part(
        "executions",
        failed,
        context,
        () -> line.with("requeued", texts(requeueStuckExecutions.get().at(clock.instant()))));
    part(
        "audit",
        failed,
        context,
        () -> line.with("audited", auditExecutions.get().at(clock.instant())));
    line.with("failed", failed).to(context);
    if (!failed.isEmpty()) {
      throw new IllegalStateException("The sweep failed in part: " + String.join(", ", failed));
    }
    return "swept";
  }

  private static void part(String name, List<String> failed, Context context, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException broken) {
      failed.add(name);
      LogLine.error("Part of the sweep failed").with("part", name).with(broken).to(context);
    }
  }

  private static void describe(CheckSlas.Result result, LogLine line) {
    line.with("raised", result.raised().stream().map(Violation::id).toList())
        .with("armed", result.armed().size());
  }

  private static List<String> texts(List<?> ids) {
    return ids.stream().map(Object::toString).toList();
  }
}
