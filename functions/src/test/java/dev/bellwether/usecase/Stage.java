package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.testing.InMemoryCooldowns;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryLaneStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleSupplier;

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
  private final Map<ExecutionId, List<Signal>> told = new HashMap<>();
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
    return running(this, this, new Actions(List.of(actions)), () -> now, () -> random);
  }

  /// Makes a use case of parts, with nothing around it.
  public static RunExecution running(
      ExecutionStore executions,
      ExecutionQueue queue,
      Actions actions,
      InstantSource clock,
      DoubleSupplier random) {
    var nobody = new InMemoryExecutionStore();
    var lanes = new InMemoryLaneStore();
    var workflows = new InMemoryWorkflowStore(clock);
    return new RunExecution(
        executions,
        queue,
        new PassGate(
            new GuardAgainstRunaways(nobody, new RaiseAlert(executions, queue)),
            new DecideUndecided(
                () -> {
                  throw new AssertionError("Nothing is to be looked up here");
                }),
            new InMemoryCooldowns(),
            new EnterLane(lanes, new CancelExecution(executions, nobody, queue))),
        new RunStage(new PerformSteps(actions, clock), clock, random),
        new ConcludeExecution(
            lanes,
            nobody,
            executions,
            queue,
            new StartWorkflows(workflows, executions, nobody, queue)),
        clock);
  }

  /// Runs as a worker of its own.
  public RunExecution.Result run(RunExecution runExecution, Execution execution) {
    return runExecution.run(execution.id(), "worker-" + ++workers);
  }

  /// Stores a new execution of these actions for a pull request.
  public Execution stored(ActionSpec... actions) {
    return stored(Plan.of(List.of(actions)));
  }

  /// Stores a new execution of a plan for a pull request.
  public Execution stored(Plan plan) {
    var execution = execution(PR, Facts.none().with("title", "Fix"), plan);
    stored.put(execution.id(), execution);
    return execution;
  }

  /// Makes a new execution of these actions for a pull request.
  public static Execution execution(Facts facts, ActionSpec... actions) {
    return execution(PR, facts, actions);
  }

  /// Makes a new execution of these actions.
  public static Execution execution(Subject subject, Facts facts, ActionSpec... actions) {
    return execution(subject, facts, Plan.of(List.of(actions)));
  }

  /// Makes a new execution of a plan.
  public static Execution execution(Subject subject, Facts facts, Plan plan) {
    var triggers = Set.of(new TriggerType("pr_created"));
    var workflow =
        Workflow.of(
                new WorkflowId("review"),
                "Review",
                List.of(Trigger.of(new TriggerType("pr_created"))),
                new Condition.All(List.of()),
                plan)
            .withVersion(1);
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
  public Creation createCarrying(Execution execution, Delivery delivery) {
    return create(execution);
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
    var claimed = execution.running().hearing(signals(id));
    stored.put(id, claimed);
    write("claim");
    return new Claim.Claimed(claimed);
  }

  @Override
  public Recorded record(Execution execution, String claimant, Instant until) {
    if (claimIsLost) {
      return new Recorded.Lost();
    }
    var told = signals(execution.id());
    if (!execution.state().isFinal() && told.size() > execution.progress().signals().size()) {
      return new Recorded.Told(told);
    }
    stored.put(execution.id(), execution);
    switch (execution.state()) {
      case RUNNING -> leases.put(execution.id(), until);
      case QUEUED, WAITING, SUCCEEDED, FAILED, CANCELLED, TIMED_OUT ->
          leases.remove(execution.id());
    }
    write("record " + execution.state());
    return new Recorded.Stored();
  }

  @Override
  public boolean signal(ExecutionId id, Signal signal) {
    told.computeIfAbsent(id, i -> new ArrayList<>()).add(signal);
    return true;
  }

  @Override
  public List<Signal> signals(ExecutionId id) {
    return List.copyOf(told.getOrDefault(id, List.of()));
  }

  @Override
  public void enqueue(Execution execution, Duration delay) {
    write("enqueue " + delay.toMillis() + " ms");
  }
}
