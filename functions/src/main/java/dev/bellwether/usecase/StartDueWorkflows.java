package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.LookedUp;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Schedule.Firing;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.port.EdgeStore;
import dev.bellwether.usecase.port.EdgeStore.Edge;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ScheduleStore;
import dev.bellwether.usecase.port.ScheduleStore.Due;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Starts the scheduled workflows that are due.
///
/// One that is told a kind of subject, or whose conditions name facts of one, runs for each open
/// subject of that kind, and fires for each once, until its conditions have been false for it in
/// between; where it repeats, at every tick. Any other runs once at every tick, about itself:
/// `workflow#<id>`, in no repository. One in `shadow` is recorded once for each subject.
///
/// The first tick that was not done is the cause. An execution is started first, its edge
/// remembered then, and the schedule moved on last; so whoever does a tick over, after a crash or
/// at the same time, starts the same executions, which exist already.
public final class StartDueWorkflows {
  /// What one sweep has the time for; the rest stays due.
  static final int WORKFLOWS = 100;

  /// The subjects one workflow is judged for, the oldest first.
  static final int SUBJECTS = 1000;

  private final ScheduleStore schedules;
  private final OpenSubjects subjects;
  private final EdgeStore edges;
  private final ExecutionReader executions;
  private final StartWorkflows startWorkflows;
  private final RecordShadows recordShadows;

  /// Works on these.
  ///
  /// @param executions asked only where conditions name facts that are looked up
  public StartDueWorkflows(
      ScheduleStore schedules,
      OpenSubjects subjects,
      EdgeStore edges,
      ExecutionReader executions,
      StartWorkflows startWorkflows,
      RecordShadows recordShadows) {
    this.schedules = schedules;
    this.subjects = subjects;
    this.edges = edges;
    this.executions = executions;
    this.startWorkflows = startWorkflows;
    this.recordShadows = recordShadows;
  }

  /// Starts what is due. One workflow's or subject's failure keeps no other from its turn, but the
  /// workflow stays due; the first failure is thrown at the end. What was missed for longer than
  /// its window is passed over.
  ///
  /// @return the executions that this call made
  public List<ExecutionId> at(Instant now) {
    var started = new ArrayList<ExecutionId>();
    EachAlone.of(
        schedules.due(now, WORKFLOWS),
        due ->
            due.workflow()
                .whenScheduled()
                .ifPresent(
                    schedule -> {
                      if (schedule.isToBeDoneAt(now)) {
                        new Tick(due, schedule, now, started).run();
                      }
                      schedules.advance(due, schedule.nextAfter(now));
                    }));
    return List.copyOf(started);
  }

  /// One workflow at one of its due instants.
  private final class Tick {
    private final Due due;
    private final Workflow workflow;
    private final Schedule schedule;
    private final Instant now;
    private final List<ExecutionId> started;
    private int fired;

    Tick(Due due, Schedule schedule, Instant now, List<ExecutionId> started) {
      this.due = due;
      this.workflow = due.workflow();
      this.schedule = schedule;
      this.now = now;
      this.started = started;
    }

    void run() {
      schedule
          .toldKind()
          .or(() -> SubjectKind.toldBy(workflow.conditions().fields()))
          .ifPresentOrElse(this::runForEach, this::runAboutItself);
    }

    private void runAboutItself() {
      var itself = Subject.of(workflow.id());
      runFor(itself, Facts.none(), isShadow() ? raised().get(itself) : null, isShadow());
    }

    private void runForEach(SubjectKind kind) {
      var remembers = isShadow() || schedule.firing() == Firing.ON_CHANGE;
      var raised = remembers ? raised() : new HashMap<Subject, Edge>();
      EachAlone.of(
          subjects.of(kind, SUBJECTS),
          clock ->
              runFor(
                  clock.id().subject(),
                  clock.factsAsOf(now),
                  raised.remove(clock.id().subject()),
                  remembers));
      EachAlone.of(raised.keySet(), this::forgetIfGone);
    }

    /// @param raised since when the conditions hold; null when they did not, or nobody remembers
    private void runFor(Subject subject, Facts facts, @Nullable Edge raised, boolean remembers) {
      var event = new Event("schedule", Set.of(TriggerType.SCHEDULE), subject, facts.at(now), now);
      if (raised != null) {
        if (!isOver(raised, event)) {
          return;
        }
        edges.lower(workflow, subject);
      }
      if (fired < schedule.limit() && fires(event)) {
        fired++;
        if (remembers) {
          edges.raise(workflow, new Edge(subject, due.at()));
        }
      }
    }

    /// Tells whether conditions that held no longer do.
    private boolean isOver(Edge raised, Event event) {
      var asked = workflow.asks(event);
      return switch (asked.map(it -> it.test(event.facts())).orElse(Truth.FALSE)) {
        case TRUE -> false;
        case FALSE -> true;
        case UNKNOWN ->
            asked.filter(it -> !LookedUp.missing(it, event.facts()).isEmpty()).isPresent()
                && wasFoundFalse(raised);
      };
    }

    /// An execution that was started to look facts up may have found the conditions false.
    private boolean wasFoundFalse(Edge raised) {
      var id =
          ExecutionId.of(
              cause(raised.since()).id(), workflow.id(), workflow.version(), raised.subject());
      return executions
          .find(id)
          .filter(execution -> execution.state().isFinal())
          .flatMap(execution -> Optional.ofNullable(execution.explanation()))
          .filter(explanation -> explanation.truth() != Truth.TRUE)
          .isPresent();
    }

    /// Forgets a subject that has ended; one may be open and not listed.
    private void forgetIfGone(Subject subject) {
      if (!subjects.isOpen(subject)) {
        edges.lower(workflow, subject);
      }
    }

    private boolean fires(Event event) {
      var cause = cause(due.at());
      var minding =
          schedule
              .concurrency(event.subject())
              .filter(mine -> workflow.limits().ifConcurrent().isEmpty())
              .map(mine -> workflow.withLimits(workflow.limits().withConcurrency(mine)))
              .orElse(workflow);
      var result = startWorkflows.on(event, cause, minding, now);
      recordShadows.of(event, cause, result, now);
      started.addAll(result.started());
      return !result.started().isEmpty()
          || !result.known().isEmpty()
          || result.decisions().stream().anyMatch(Decision::fires);
    }

    private Map<Subject, Edge> raised() {
      var raised = new HashMap<Subject, Edge>();
      edges.raised(workflow).forEach(edge -> raised.put(edge.subject(), edge));
      return raised;
    }

    private boolean isShadow() {
      return workflow.state() == WorkflowState.SHADOW;
    }

    private static Cause cause(Instant tick) {
      return Cause.of("schedule:" + tick, "schedule");
    }
  }
}
