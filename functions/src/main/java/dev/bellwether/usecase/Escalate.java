package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.AllClear;
import dev.bellwether.domain.escalation.Escalation;
import dev.bellwether.domain.escalation.Escalation.Steps;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.escalation.Incident.Hold;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Creation;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.OnCall;
import dev.bellwether.usecase.port.ViolationStore;
import dev.bellwether.usecase.port.WorkflowCatalog;
import dev.bellwether.usecase.port.WorkflowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Records a violation and, while something can be done about it, starts what is done at its level.
///
/// The steps of [Escalation] run as an execution, like those of any workflow. Beside them start
/// - from level 2 on, once, the recovery workflows: those that listen to `sla_violation`;
/// - at each level, those of them whose conditions ask for the `level`;
/// - at level 3, the workflow with the id `emergency`, whatever it listens to.
///
/// The same violation again starts nothing twice, and whatever an earlier call did not get to.
public final class Escalate {
  /// The workflow that level 3 starts where a team has one.
  public static final WorkflowId EMERGENCY = new WorkflowId("emergency");

  private final ViolationStore violations;
  private final Incidents incidents;
  private final Muting muting;
  private final OnCall onCall;
  private final ExecutionStore executions;
  private final ExecutionReader reader;
  private final ExecutionQueue queue;
  private final WorkflowCatalog catalog;
  private final WorkflowStore workflows;
  private final StartWorkflows startWorkflows;
  private final RecordShadows recordShadows;

  /// Works on these.
  public Escalate(
      ViolationStore violations,
      IncidentStore incidents,
      Muting muting,
      OnCall onCall,
      ExecutionStore executions,
      ExecutionReader reader,
      ExecutionQueue queue,
      WorkflowCatalog catalog,
      WorkflowStore workflows,
      StartWorkflows startWorkflows,
      RecordShadows recordShadows) {
    this.violations = violations;
    this.incidents = new Incidents(incidents);
    this.muting = muting;
    this.onCall = onCall;
    this.executions = executions;
    this.reader = reader;
    this.queue = queue;
    this.catalog = catalog;
    this.workflows = workflows;
    this.startWorkflows = startWorkflows;
    this.recordShadows = recordShadows;
  }

  /// How it came out.
  public sealed interface Result {
    /// The subject had ended, or people were told of this level otherwise: the violation is kept
    /// for trends, and nobody is called.
    record Recorded() implements Result {}

    /// Somebody takes care of it, or it is muted: nobody is told now.
    record Held(Incident incident) implements Result {}

    /// What was to be started is.
    ///
    /// @param started by this call; empty when the violation had come before
    record Escalated(List<ExecutionId> started) implements Result {
      public Escalated {
        started = List.copyOf(started);
      }
    }
  }

  /// Takes a violation in.
  public Result of(Violation violation, Instant now) {
    violations.record(violation);
    if (!violation.isOpen()) {
      return new Result.Recorded();
    }
    var incident = taken(violation, now);
    if (incident.isHeldAt(now)) {
      return new Result.Held(incident);
    }
    if (incident.hasTold(violation)) {
      return new Result.Recorded();
    }
    var mute = muting.of(violation, now);
    if (mute.isPresent()) {
      return new Result.Held(muted(incident, mute.get(), now));
    }
    var started = started(incident.inRound(violation), now);
    incidents.change(incident.key(), found -> found.orElse(incident).told(violation.level(), now));
    return new Result.Escalated(started);
  }

  /// Starts what a violation calls for.
  private List<ExecutionId> started(Violation violation, Instant now) {
    var escalation = new Escalation(violation, onCall.at(now));
    var started = new ArrayList<ExecutionId>();
    escalation.plan().forEach(steps -> start(steps, escalation, started, now));
    startRecovery(violation, escalation, started, now);
    if (violation.level() == Level.CRITICAL && escalation.comesTo(Level.CRITICAL)) {
      startEmergency(escalation, started, now);
    }
    return started;
  }

  /// Takes in that what was late has come to its end: whoever was told hears of it, once, and what
  /// was left behind is taken back.
  public Result resolved(Violation ended, Instant now) {
    var key = Incident.key(ended.clock());
    var open = incidents.find(key).filter(i -> i.state() != Incident.State.RESOLVED);
    if (open.isEmpty()) {
      return new Result.Recorded();
    }
    var clear = new AllClear(ended, open.get());
    var started = new ArrayList<ExecutionId>();
    clear.steps().forEach(steps -> start(steps, clear.event(), clear.cause(), started, now));
    issue(clear)
        .ifPresent(n -> start(clear.closing(), clear.event(n), clear.cause(), started, now));
    incidents.changeKnown(key, incident -> incident.resolved(now));
    return new Result.Escalated(started);
  }

  private Optional<Long> issue(AllClear clear) {
    return clear.trackers().stream()
        .flatMap(id -> reader.find(id).stream())
        .flatMap(execution -> execution.steps().stream())
        .flatMap(step -> Stream.ofNullable(step.result().get("number")))
        .map(number -> Long.parseLong(String.valueOf(number)))
        .findFirst();
  }

  private Incident muted(Incident incident, Hold mute, Instant now) {
    return incidents.change(incident.key(), found -> found.orElse(incident).muted(mute, now));
  }

  private Incident taken(Violation violation, Instant now) {
    return incidents.change(
        Incident.key(violation.clock()),
        found -> found.map(i -> i.raised(violation, now)).orElseGet(() -> Incident.of(violation)));
  }

  private void start(Steps steps, Escalation escalation, List<ExecutionId> started, Instant now) {
    var cause = escalation.cause(steps.level());
    start(steps.workflow(), escalation.event(), cause, started, now);
  }

  private void start(
      Workflow steps, Event event, Cause cause, List<ExecutionId> started, Instant now) {
    var execution = Execution.start(steps, event, cause, null, now);
    if (executions.create(execution) == Creation.CREATED) {
      queue.enqueue(execution, Duration.ZERO);
      started.add(execution.id());
    }
  }

  private void startRecovery(
      Violation violation, Escalation escalation, List<ExecutionId> started, Instant now) {
    var event = escalation.event();
    for (var workflow : catalog.listeningTo(event.triggers(), now)) {
      var level = asksForLevel(workflow) ? violation.level() : Level.ESCALATION;
      if (!workflow.id().equals(EMERGENCY) && escalation.comesTo(level)) {
        var cause = escalation.cause(level);
        var result = startWorkflows.on(event, cause, workflow, now);
        recordShadows.of(event, cause, result, now);
        started.addAll(result.started());
      }
    }
  }

  private void startEmergency(Escalation escalation, List<ExecutionId> started, Instant now) {
    var cause = escalation.cause(Level.CRITICAL);
    workflows
        .find(EMERGENCY)
        .map(workflow -> startWorkflows.directly(workflow, escalation.event(), cause, now))
        .ifPresent(result -> started.addAll(result.started()));
  }

  private static boolean asksForLevel(Workflow workflow) {
    return workflow.conditions().fields().contains("level");
  }
}
