package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.port.WorkflowStore;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Runs a workflow because a person asks for it, whatever its triggers are; its conditions count.
///
/// What is known of an open subject is known here too, and what the person states goes before it.
public final class RunWorkflow {
  private final WorkflowStore workflows;
  private final OpenSubjects subjects;
  private final StartWorkflows startWorkflows;

  /// Works on these.
  public RunWorkflow(
      WorkflowStore workflows, OpenSubjects subjects, StartWorkflows startWorkflows) {
    this.workflows = workflows;
    this.subjects = subjects;
    this.startWorkflows = startWorkflows;
  }

  /// What a person asks for.
  ///
  /// @param subject what to run it about; null for the workflow itself
  /// @param facts what the person states
  /// @param inputs what is to be found below `event.inputs`
  public record Asked(@Nullable Subject subject, Facts facts, Map<String, Object> inputs) {
    public Asked {
      inputs = Map.copyOf(inputs);
    }
  }

  /// How it came out.
  public sealed interface Result {
    /// An execution is made, by this request or by the same one before.
    record Started(ExecutionId execution) implements Result {}

    /// Its conditions do not hold, or cannot be said to; or it is in shadow.
    record NotStarted(Decision decision) implements Result {}

    /// It is paused.
    record Paused() implements Result {}

    /// There is no such workflow.
    record Missing() implements Result {}
  }

  /// Runs a workflow.
  ///
  /// @param request names what is asked for: the same again is the same execution
  public Result of(WorkflowId id, Asked asked, String request, Instant now) {
    return workflows
        .find(id)
        .map(workflow -> run(workflow, asked, request, now))
        .orElseGet(Result.Missing::new);
  }

  private Result run(Workflow workflow, Asked asked, String request, Instant now) {
    if (workflow.state() == WorkflowState.PAUSED) {
      return new Result.Paused();
    }
    var subject = asked.subject() == null ? Subject.of(workflow.id()) : asked.subject();
    var event =
        new Event(
            TriggerType.MANUAL.name(),
            Set.of(TriggerType.MANUAL),
            subject,
            facts(subject, asked, now),
            now);
    var cause = Cause.of("manual:" + request, event.name());
    var result = startWorkflows.directly(workflow, event, cause, now);
    return Stream.concat(result.started().stream(), result.known().stream())
        .findFirst()
        .<Result>map(Result.Started::new)
        .orElseGet(() -> new Result.NotStarted(result.decisions().getFirst()));
  }

  private Facts facts(Subject subject, Asked asked, Instant now) {
    var facts = subjects.find(subject).map(clock -> clock.factsAsOf(now)).orElse(Facts.none());
    if (!subject.repository().equals(Subject.NO_REPOSITORY)) {
      facts = facts.with("repository", subject.repository());
    }
    if (Set.of(SubjectKind.PR, SubjectKind.ISSUE).contains(subject.kind())) {
      facts = facts.with("number", Long.valueOf(subject.key()));
    }
    for (var stated : asked.facts().values().entrySet()) {
      facts = facts.with(stated.getKey(), stated.getValue());
    }
    return facts.with("event", Map.of("inputs", asked.inputs()));
  }
}
