package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.testing.InMemoryCooldowns;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryLaneStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.action.StartWorkflow;
import dev.bellwether.usecase.action.Wait;
import dev.bellwether.usecase.action.WaitForApproval;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader.Which;
import dev.bellwether.usecase.port.Lookups;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.WorkflowStore.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;

/// The whole engine in memory under a time of our own: what is enqueued is carried out when it is
/// due, in order.
public final class EngineWorld implements ExecutionQueue {
  public static final Instant T0 = Instant.parse("2026-11-25T09:00:00Z");
  static final TriggerType PR_CREATED = new TriggerType("pr_created");
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

  public final SettableTime time = new SettableTime(T0);
  public final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  public final InMemoryWorkflowStore workflows = new InMemoryWorkflowStore(time);
  public final InMemoryLaneStore lanes = new InMemoryLaneStore();
  public final StartWorkflows startWorkflows =
      new StartWorkflows(workflows, executions, executions, this);
  public final CancelExecution cancel = new CancelExecution(executions, executions, this);
  public final AnswerApproval answerApproval = new AnswerApproval(executions, executions, this);
  public final ReplayExecution replay = new ReplayExecution(executions, executions, this);
  public final RunExecution runExecution;

  /// Finds nothing unless a test says what.
  public Lookups lookups = (subject, known, names) -> new Lookups.Answer.Found(known);

  private final PriorityQueue<Message> messages =
      new PriorityQueue<>(Comparator.comparing(Message::at).thenComparingInt(Message::number));
  private int sent;
  private int workers;
  private int deliveries;

  private record Message(Instant at, int number, ExecutionId execution) {}

  /// A world with these action types beside those of the engine itself.
  public EngineWorld(Action... actions) {
    var children = new StartChildWorkflow(workflows, executions, startWorkflows);
    var own = Stream.of(new Wait(), new WaitForApproval(), new StartWorkflow(() -> children));
    var all = new Actions(Stream.concat(own, Stream.of(actions)).toList());
    var guard = new GuardAgainstRunaways(executions, new RaiseAlert(executions, this));
    runExecution =
        new RunExecution(
            executions,
            this,
            new PassGate(
                guard,
                new DecideUndecided(() -> lookups),
                new InMemoryCooldowns(),
                new EnterLane(lanes, cancel)),
            new RunStage(new PerformSteps(all, time), time, () -> 0.5),
            new ConcludeExecution(lanes, executions, executions, this, startWorkflows),
            time);
  }

  @Override
  public void enqueue(Execution execution, Duration delay) {
    var cut = delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
    messages.add(new Message(time.instant().plus(cut), sent++, execution.id()));
  }

  /// A workflow of these actions for new pull requests, as it is before it is saved.
  public static Workflow workflow(String id, ActionSpec... actions) {
    return workflow(id, Plan.of(List.of(actions)));
  }

  /// A workflow of a plan for new pull requests, as it is before it is saved.
  public static Workflow workflow(String id, Plan plan) {
    return Workflow.of(
        new WorkflowId(id),
        id,
        List.of(Trigger.of(PR_CREATED)),
        new Condition.All(List.of()),
        plan);
  }

  /// Saves a workflow.
  public Workflow save(Workflow workflow) {
    return ((Saved.Stored) workflows.save(workflow)).workflow();
  }

  /// Lets a pull request be opened, by a delivery of its own.
  public List<ExecutionId> opened(int number) {
    return happens(PR_CREATED, pullRequest(number));
  }

  /// Lets something happen to a subject, by a delivery of its own.
  public List<ExecutionId> happens(TriggerType trigger, Subject subject) {
    var facts = Facts.none().with("title", "Fix").with("number", subject.key());
    var event = new Event(trigger.name(), Set.of(trigger), subject, facts, time.instant());
    var cause = Cause.of("delivery-" + ++deliveries, event.name());
    return startWorkflows.on(event, cause, time.instant()).started();
  }

  /// A pull request.
  public static Subject pullRequest(int number) {
    return Subject.parse("octo/hello", "pr#" + number);
  }

  /// Carries out what is due now, and what comes of it.
  public void settle() {
    while (!messages.isEmpty() && !messages.peek().at().isAfter(time.instant())) {
      runExecution.run(messages.poll().execution(), "worker-" + ++workers);
    }
  }

  /// Lets time pass, message by message.
  public void pass(Duration duration) {
    var end = time.instant().plus(duration);
    settle();
    while (!messages.isEmpty() && !messages.peek().at().isAfter(end)) {
      time.set(messages.peek().at());
      settle();
    }
    time.set(end);
  }

  /// Finds an execution as it is.
  public Execution now(ExecutionId id) {
    return executions.find(id).orElseThrow();
  }

  /// Lists all executions of a workflow, the oldest first.
  public List<Execution> of(String workflow) {
    var all =
        new ArrayList<>(
            executions
                .list(new Which.Of(new WorkflowId(workflow)), Part.newestEver(10_000))
                .items());
    all.sort(Comparator.comparing(Execution::createdAt));
    return all;
  }
}
