package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Approves of an execution's going on, or rejects it. Of several answers to one step the first
/// counts.
public final class AnswerApproval {
  private final ExecutionStore executions;
  private final ExecutionReader reader;
  private final ExecutionQueue queue;

  /// Works on these.
  public AnswerApproval(ExecutionStore executions, ExecutionReader reader, ExecutionQueue queue) {
    this.executions = executions;
    this.reader = reader;
    this.queue = queue;
  }

  /// How it came out.
  public sealed interface Result {
    /// The step was told.
    record Told(String step) implements Result {}

    /// No step waits for an approval, or not the one named.
    record NotWaiting() implements Result {}

    /// They are not among those whom the step names, or it names nobody and they may not write to
    /// the repository.
    record NotAllowed(List<String> approvers) implements Result {
      public NotAllowed {
        approvers = List.copyOf(approvers);
      }
    }

    /// No such execution.
    record Missing() implements Result {}
  }

  /// Who somebody is to the repository: where a step names nobody, those who may write to it may
  /// answer.
  public enum Standing {
    MAY_WRITE,
    OTHER
  }

  /// Answers.
  ///
  /// @param answer `approve` or `reject`; its step is the one meant, the first that waits where it
  ///   names none
  public Result of(ExecutionId id, Signal answer, Standing standing) {
    return reader
        .find(id)
        .map(execution -> answered(execution, answer, standing))
        .orElseGet(Result.Missing::new);
  }

  private Result answered(Execution execution, Signal answer, Standing standing) {
    var step = waiting(execution, answer);
    if (step.isEmpty()) {
      return new Result.NotWaiting();
    }
    var approvers = approvers(step.get());
    if (!mayAnswer(approvers, answer.by(), standing)) {
      return new Result.NotAllowed(approvers);
    }
    var stepId = step.get().action().id();
    var said = new Signal(answer.kind(), stepId, answer.by(), answer.at(), answer.comment());
    if (!executions.signal(execution.id(), said)) {
      return new Result.NotWaiting();
    }
    queue.enqueue(execution, Duration.ZERO);
    return new Result.Told(stepId);
  }

  private static boolean mayAnswer(List<String> approvers, String by, Standing standing) {
    return approvers.isEmpty()
        ? standing == Standing.MAY_WRITE
        : approvers.stream().anyMatch(by::equalsIgnoreCase);
  }

  private static Optional<Step> waiting(Execution execution, Signal answer) {
    return execution.steps().stream()
        .filter(step -> step.state() == StepState.WAITING)
        .filter(step -> step.action().type().equals(Execution.APPROVAL))
        .filter(step -> answer.ifForStep().filter(id -> !id.equals(step.action().id())).isEmpty())
        .findFirst();
  }

  private static List<String> approvers(Step step) {
    return switch (step.parameters().get("approvers")) {
      case List<?> many -> many.stream().map(String::valueOf).toList();
      case null -> List.of();
      case Object one -> List.of(String.valueOf(one));
    };
  }
}
