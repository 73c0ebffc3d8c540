package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.workflow.Concurrency;
import dev.bellwether.domain.workflow.Concurrency.Policy;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Schedule.Firing;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.EdgeStore;
import dev.bellwether.usecase.port.EdgeStore.Edge;
import dev.bellwether.usecase.port.ScheduleStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Starts the scheduled workflows that are due.
///
/// One whose conditions name facts of a kind of subject runs for each open subject of that kind,
/// and fires for each once, until its conditions have been false for it in between. Any other runs
/// once at every tick, about itself: `workflow#<id>`, in no repository.
///
/// The tick is the cause. An execution is started first, its edge remembered then, and the schedule
/// moved on last; so whoever does a tick over, after a crash or at the same time, starts the same
/// executions, which exist already.
public final class StartDueWorkflows {
  /// What one sweep has the time for; the rest stays due.
  static final int WORKFLOWS = 100;

  /// The subjects one workflow is judged for, the oldest first.
  static final int SUBJECTS = 1000;

  private static final String NO_REPOSITORY = "-";

  private final ScheduleStore schedules;
  private final ClockReader open;
  private final ClockStore clocks;
  private final EdgeStore edges;
  private final StartWorkflows startWorkflows;

  /// Works on these.
  public StartDueWorkflows(
      ScheduleStore schedules,
      ClockReader open,
      ClockStore clocks,
      EdgeStore edges,
      StartWorkflows startWorkflows) {
    this.schedules = schedules;
    this.open = open;
    this.clocks = clocks;
    this.edges = edges;
    this.startWorkflows = startWorkflows;
  }

  /// Starts what is due. One workflow's or subject's failure keeps no other from its turn, but the
  /// workflow stays due; the first failure is thrown at the end.
  ///
  /// @return the executions that this call made
  public List<ExecutionId> at(Instant now) {
    var started = new ArrayList<ExecutionId>();
    EachAlone.of(
        schedules.due(now, WORKFLOWS),
        due -> {
          due.workflow()
              .whenScheduled()
              .ifPresent(
                  schedule -> {
                    var tick = latest(schedule, due.at(), now);
                    if (Duration.between(tick, now).compareTo(schedule.catchUp()) <= 0) {
                      new Tick(due.workflow(), schedule, tick, now, started).run();
                    }
                    schedules.advance(due, schedule.nextAfter(now));
                  });
        });
    return List.copyOf(started);
  }

  /// Of several ticks that were missed, one is made up for: the last.
  private static Instant latest(Schedule schedule, Instant due, Instant now) {
    var tick = due;
    for (var next = due; !next.isAfter(now); next = schedule.nextAfter(next)) {
      tick = next;
    }
    return tick;
  }

  /// One workflow at one of its due instants.
  private final class Tick {
    private final Workflow workflow;
    private final Schedule schedule;
    private final Instant tick;
    private final Instant now;
    private final List<ExecutionId> started;

    Tick(
        Workflow workflow,
        Schedule schedule,
        Instant tick,
        Instant now,
        List<ExecutionId> started) {
      this.workflow = workflow;
      this.schedule = schedule;
      this.tick = tick;
      this.now = now;
      this.started = started;
    }

    void run() {
      var kind = schedule.toldKind().or(() -> SubjectKind.toldBy(workflow.conditions().fields()));
      if (kind.isPresent()) {
        runForEach(kind.get());
      } else {
        judge(
            new Subject(SubjectKind.WORKFLOW, NO_REPOSITORY, workflow.id().value()), Facts.none());
      }
    }

    private void runForEach(SubjectKind kind) {
      var subjects = open.open(kind, SUBJECTS);
      var raised = new HashSet<Subject>();
      edges.raised(workflow).forEach(edge -> raised.add(edge.subject()));
      EachAlone.of(subjects, clock -> runFor(clock, raised.contains(clock.id().subject())));
      subjects.forEach(clock -> raised.remove(clock.id().subject()));
      EachAlone.of(raised, this::forgetIfGone);
    }

    private void runFor(Clock clock, boolean isRaised) {
      var subject = clock.id().subject();
      var facts = clock.factsAsOf(now);
      if (!isRaised || schedule.firing() == Firing.EVERY_TICK) {
        if (judge(subject, facts) && !isRaised) {
          edges.raise(workflow, new Edge(subject, tick));
        }
      } else if (workflow.conditions().test(facts.at(now)) == Truth.FALSE) {
        edges.lower(workflow, subject);
      }
    }

    /// Forgets a subject that has ended; one may be open and not listed.
    private void forgetIfGone(Subject subject) {
      var isOpen =
          Metric.about(subject.kind())
              .flatMap(metric -> clocks.find(new ClockId(metric, subject)))
              .filter(Clock::isSubjectOpen)
              .isPresent();
      if (!isOpen) {
        edges.lower(workflow, subject);
      }
    }

    /// Lets an execution of an earlier tick for the same subject be minded, unless the workflow
    /// says itself how its executions mind each other.
    private Workflow alone(Subject subject) {
      var limits = workflow.limits();
      var policy =
          switch (schedule.overlap()) {
            case SKIP -> Policy.SKIP;
            case QUEUE -> Policy.QUEUE;
            case ALLOW -> Policy.ALLOW;
          };
      return limits.ifConcurrent().isPresent()
          ? workflow
          : workflow.withLimits(
              limits.withConcurrency(new Concurrency("schedule " + subject, policy)));
    }

    private boolean judge(Subject subject, Facts facts) {
      var event = new Event("schedule", Set.of(TriggerType.SCHEDULE), subject, facts, now);
      var result =
          startWorkflows.on(event, Cause.of("schedule:" + tick, event.name()), alone(subject), now);
      started.addAll(result.started());
      return result.decisions().stream().anyMatch(decision -> decision.fires());
    }
  }
}
