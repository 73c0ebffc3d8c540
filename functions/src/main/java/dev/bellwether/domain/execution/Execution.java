package dev.bellwether.domain.execution;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// One run of one workflow version for one subject.
///
/// Carries its actions with it, so carrying it out reads nothing else, and a later save of the
/// workflow changes nothing about it.
///
/// @param facts as they were when it was decided; of the payload, what conditions and actions
///   mention
/// @param explanation why the workflow fired; null where no condition was asked (escalation steps)
/// @param undecided conditions that cannot be judged before facts are looked up; null when they
///   were judged
/// @param limits with the key of their concurrency filled in
public record Execution(
    ExecutionId id,
    WorkflowRef workflow,
    Cause cause,
    Subject subject,
    Facts facts,
    @Nullable Explanation explanation,
    @Nullable Condition undecided,
    Limits limits,
    Instant createdAt,
    Progress progress) {

  /// The action type that waits for people.
  public static final String APPROVAL = "wait_for_approval";

  /// How long the actions of `on_failure` have, whatever became of the execution's own time.
  static final Duration FOR_FAILURES = Duration.ofMinutes(15);

  /// Makes the execution that an event starts, not yet begun.
  ///
  /// @param explanation of conditions that were judged to hold; null where none was asked
  public static Execution start(
      Workflow workflow, Event event, Cause cause, @Nullable Explanation explanation, Instant now) {
    return start(workflow, event, cause, explanation, null, now);
  }

  /// Makes the execution that an event starts if conditions hold that cannot be judged before facts
  /// are looked up.
  ///
  /// @param asked the conditions, those of the trigger among them
  public static Execution startUndecided(
      Workflow workflow,
      Condition asked,
      Event event,
      Cause cause,
      Explanation soFar,
      Instant now) {
    return start(workflow, event, cause, soFar, asked, now);
  }

  private static Execution start(
      Workflow workflow,
      Event event,
      Cause cause,
      @Nullable Explanation explanation,
      @Nullable Condition undecided,
      Instant now) {
    var limits = workflow.limits().filledIn(event.facts());
    return new Execution(
        ExecutionId.of(cause.id(), workflow.id(), workflow.version(), event.subject()),
        WorkflowRef.to(workflow),
        cause,
        event.subject(),
        event.facts().pruned(workflow.factsMentioned()),
        explanation,
        undecided,
        limits,
        now,
        Progress.queued(steps(workflow), now, now.plus(limits.timeout())));
  }

  /// Makes another execution of the same, from the beginning.
  public Execution again(String newCause, Instant now) {
    return replayed(
        newCause,
        steps().stream().map(s -> Step.pending(s.action(), s.phase(), s.stage())).toList(),
        now);
  }

  /// Makes another execution of the same that keeps the steps which succeeded or were skipped.
  public Execution continued(String newCause, Instant now) {
    return replayed(
        newCause,
        steps().stream()
            .map(s -> s.isWorthKeeping() ? s : Step.pending(s.action(), s.phase(), s.stage()))
            .toList(),
        now);
  }

  private Execution replayed(String newCause, List<Step> newSteps, Instant now) {
    return new Execution(
        ExecutionId.of(newCause, workflow.id(), workflow.version(), subject),
        workflow,
        Cause.of(newCause, cause.event()).atDepth(cause.depth()),
        subject,
        facts,
        explanation,
        undecided,
        limits,
        now,
        Progress.queued(newSteps, now, now.plus(limits.timeout())));
  }

  private static List<Step> steps(Workflow workflow) {
    var steps = new ArrayList<Step>();
    var stage = 0;
    for (var together : workflow.plan().stages()) {
      for (var action : together.actions()) {
        steps.add(Step.pending(action, Phase.MAIN, stage));
      }
      stage++;
    }
    for (var action : workflow.plan().onFailure()) {
      steps.add(Step.pending(action, Phase.ON_FAILURE, stage++));
    }
    return steps;
  }

  /// Finds the conditions still to be judged.
  public Optional<Condition> ifUndecided() {
    return Optional.ofNullable(undecided);
  }

  /// Finds the lane it shares with others, if it minds any.
  public Optional<String> lane() {
    return limits.ifConcurrent().map(c -> Lane.key(workflow, c));
  }

  public ExecutionState state() {
    return progress.state();
  }

  public List<Step> steps() {
    return progress.steps();
  }

  /// Tells when it is to go on.
  public Instant wakeAt() {
    return progress.wakeAt();
  }

  /// Tells when it is given up.
  public Instant deadline() {
    return progress.deadline();
  }

  /// Finds how it ends, once that is known.
  public Optional<Ending> ending() {
    return Optional.ofNullable(progress.ending());
  }

  /// Says what is known at an instant: the facts, `now`, and under `steps.<id>` the `state` and
  /// `result` of each step so far.
  public Facts factsAt(Instant now) {
    return facts.at(now).with("steps", StepFacts.of(steps()));
  }

  /// Tells whether it was let in: before, it has its gate to pass.
  public boolean isAdmitted() {
    return progress.admittedAt() != null;
  }

  /// Tells whether somebody is to approve of a step.
  public boolean awaitsApproval() {
    return steps().stream()
        .anyMatch(
            step -> step.state() == StepState.WAITING && step.action().type().equals(APPROVAL));
  }

  /// Finds the steps whose turn it is, by index: those of the first stage with anything left to do.
  public List<Integer> turn() {
    var phase = progress.ending() == null ? Phase.MAIN : Phase.ON_FAILURE;
    var left =
        IntStream.range(0, steps().size())
            .filter(i -> steps().get(i).phase() == phase && !steps().get(i).state().isFinal())
            .boxed()
            .toList();
    return left.stream()
        .filter(i -> steps().get(i).stage() == steps().get(left.getFirst()).stage())
        .toList();
  }

  /// Replaces one step by what has become of it.
  public Execution withStep(int index, UnaryOperator<Step> change) {
    var changed = new ArrayList<>(steps());
    changed.set(index, change.apply(changed.get(index)));
    return with(progress.with(changed));
  }

  /// Becomes `running`.
  public Execution running() {
    return with(progress.in(ExecutionState.RUNNING, wakeAt(), null));
  }

  /// Becomes `waiting` until an instant, for what its steps say.
  public Execution waitingUntil(Instant instant) {
    return with(progress.in(ExecutionState.WAITING, instant, null));
  }

  /// Becomes `waiting` until an instant, as a whole.
  ///
  /// @param note what for
  public Execution waitingUntil(Instant instant, String note) {
    return with(progress.in(ExecutionState.WAITING, instant, note));
  }

  /// Hears what was said to it; what it heard before stays.
  public Execution hearing(List<Signal> said) {
    var all = new ArrayList<>(progress.signals());
    said.stream().filter(signal -> !all.contains(signal)).forEach(all::add);
    return with(progress.hearing(all));
  }

  /// Finds the first signal of a kind.
  public Optional<Signal> heard(Signal.Kind kind) {
    return progress.signals().stream().filter(signal -> signal.kind() == kind).findFirst();
  }

  /// Has its conditions judged, knowing more than before; what holds is not asked again.
  public Execution decided(Facts known, Explanation because) {
    return new Execution(
        id,
        workflow,
        cause,
        subject,
        known,
        because,
        because.truth() == Truth.TRUE ? null : undecided,
        limits,
        createdAt,
        progress);
  }

  /// Is let in.
  public Execution admittedAt(Instant now) {
    return with(progress.admitted(now));
  }

  /// Comes to a bad end: what is left of its steps is cancelled, and its `on_failure` actions have
  /// their turn, with time of their own.
  public Execution comingTo(Ending ending, Instant now) {
    var left =
        steps().stream()
            .map(s -> s.phase() == Phase.MAIN && !s.state().isFinal() ? s.cancelledAt(now) : s)
            .toList();
    return with(progress.comingTo(ending, left, now.plus(FOR_FAILURES)));
  }

  /// Ends; steps that are not final are cancelled, and those for a failure that did not happen
  /// skipped.
  public Execution endedAt(Instant now, Ending ending) {
    var ended =
        steps().stream().map(s -> s.state().isFinal() ? s : leftOver(s, ending, now)).toList();
    return with(progress.endedAt(now, ending, ended));
  }

  private static Step leftOver(Step step, Ending ending, Instant now) {
    return step.phase() == Phase.ON_FAILURE && ending.state() == ExecutionState.SUCCEEDED
        ? step.skippedAt(now, "nothing failed")
        : step.cancelledAt(now);
  }

  private Execution with(Progress next) {
    return new Execution(
        id, workflow, cause, subject, facts, explanation, undecided, limits, createdAt, next);
  }
}
