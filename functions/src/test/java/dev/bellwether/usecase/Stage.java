package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A store and a queue in memory under a time of our own, which write down what is done to them and
/// can die right after any of it.
public final class Stage implements ExecutionStore, ExecutionQueue {
  public static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");
  public static final Subject PR = new Subject(SubjectKind.PR, "octo/hello", "42");

  public static final Subject OTHER_PR = new Subject(SubjectKind.PR, "octo/hello", "43");

  /// What happened, in order: writes, messages and whatever the actions add.
  public final List<String> journal = new ArrayList<>();

  public Instant now = T0;
  public double random = 0.5;

  /// Who claimed last.
  public String worker = "";

  /// The store cannot be reached.
  public boolean isBroken;

  /// The claim is somebody else's from now on.
  public boolean claimIsLost;

  private final Map<ExecutionId, Execution> stored = new HashMap<>();
  private final Map<ExecutionId, Instant> leases = new HashMap<>();
  private int dieAfter = -1;
  private int workers;

  /// The death of the process; nothing catches it.
  public static final class Death extends Error {}

  /// Dies as soon as the journal has so many lines.
  public void dieAfter(int lines) {
    dieAfter = lines;
  }

  /// Writes down, and dies if it is time to: what was written down has happened.
  public void write(String line) {
    journal.add(line);
    if (journal.size() == dieAfter) {
      throw new Death();
    }
  }

  /// Makes a use case of actions.
  public RunExecution running(Action... actions) {
    return new RunExecution(this, this, new Actions(List.of(actions)), () -> now, () -> random);
  }

  /// Runs as a worker of its own.
  public RunExecution.Result run(RunExecution runExecution, Execution execution) {
    return runExecution.run(execution.id(), "worker-" + ++workers);
  }

  /// Stores a new execution of these actions for a pull request.
  public Execution stored(ActionSpec... actions) {
    var execution = execution(Facts.none().with("title", "Fix"), actions);
    stored.put(execution.id(), execution);
    return execution;
  }

  /// Makes a new execution of these actions for a pull request.
  public static Execution execution(Facts facts, ActionSpec... actions) {
    return execution(PR, facts, actions);
  }

  /// Makes a new execution of these actions.
  public static Execution execution(Subject subject, Facts facts, ActionSpec... actions) {
    var triggers = Set.of(new TriggerType("pr_created"));
    var workflow =
        new Workflow(
            new WorkflowId("review"),
            1,
            "Review",
            "",
            WorkflowState.ACTIVE,
            triggers,
            null,
            new Condition.All(List.of()),
            List.of(actions),
            Workflow.STANDARD_PRIORITY,
            Workflow.STANDARD_TIMEOUT);
    var event = new Event("pull_request.opened", triggers, subject, facts, T0);
    return Execution.start(workflow, event, Cause.of("d-1", event.name()), null, T0);
  }

  /// Finds an execution as it was last recorded.
  public Execution now(Execution execution) {
    return Objects.requireNonNull(stored.get(execution.id()));
  }

  @Override
  public Creation create(Execution execution) {
    return stored.putIfAbsent(execution.id(), execution) == null
        ? Creation.CREATED
        : Creation.ALREADY_EXISTS;
  }

  @Override
  public Claim claim(ExecutionId id, String claimant, Instant at, Instant until) {
    if (isBroken) {
      throw new IllegalStateException("The store cannot be reached");
    }
    var execution = stored.get(id);
    if (execution == null) {
      return new Claim.Gone();
    }
    if (execution.state().isFinal()) {
      return new Claim.Ended(execution);
    }
    var lease = leases.get(id);
    if (lease != null && at.isBefore(lease)) {
      return new Claim.Held(lease);
    }
    worker = claimant;
    leases.put(id, until);
    stored.put(id, execution.running());
    write("claim");
    return new Claim.Claimed(execution.running());
  }

  @Override
  public boolean record(Execution execution, String claimant, Instant until) {
    if (claimIsLost) {
      return false;
    }
    stored.put(execution.id(), execution);
    switch (execution.state()) {
      case RUNNING -> leases.put(execution.id(), until);
      case QUEUED, WAITING, SUCCEEDED, FAILED, CANCELLED, TIMED_OUT ->
          leases.remove(execution.id());
    }
    write("record " + execution.state());
    return true;
  }

  @Override
  public void enqueue(Execution execution, Duration delay) {
    write("enqueue " + delay.toMillis() + " ms");
  }
}
