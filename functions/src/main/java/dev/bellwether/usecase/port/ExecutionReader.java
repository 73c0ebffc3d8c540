package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads executions for people and for the sweep; never on the way of a webhook.
public interface ExecutionReader {
  /// Finds one.
  Optional<Execution> find(ExecutionId id);

  /// Lists some of them, the newest first, at the cost of what is listed. Of all workflows those of
  /// each day are read for themselves, so that a part that goes far back costs what it passes over.
  Slice<Execution> list(Which which, Part part);

  /// Which executions to list.
  sealed interface Which {
    /// Whatever there is.
    record Any() implements Which {}

    /// Those of a workflow.
    record Of(WorkflowId workflow) implements Which {}

    /// Those about one thing.
    record About(Subject subject) implements Which {}

    /// Those about anything in a repository.
    record In(String repository) implements Which {}

    /// Those that people have to look after: that wait, or ended otherwise than well.
    record That(ExecutionState stands) implements Which {
      /// The states that executions are listed by.
      public static final Set<ExecutionState> LISTED =
          Set.of(
              ExecutionState.WAITING,
              ExecutionState.FAILED,
              ExecutionState.TIMED_OUT,
              ExecutionState.CANCELLED);

      public That {
        if (!LISTED.contains(stands)) {
          throw new IllegalArgumentException("Nothing is listed by " + stands);
        }
      }
    }
  }

  /// Lists the newest first, of all workflows, from today and the days before.
  default List<Execution> newest(Instant now, int limit) {
    return list(new Which.Any(), Part.newest(now, limit)).items();
  }

  /// Lists unfinished executions that should have gone on before an instant: what lost its message
  /// or its worker. Cost grows with what is overdue, not with what is open.
  List<Execution> overdue(Instant before, int limit);
}
