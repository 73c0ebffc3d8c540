package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads executions for people and for the sweep; never on the way of a webhook.
public interface ExecutionReader {
  /// Finds one.
  Optional<Execution> find(ExecutionId id);

  /// Lists the newest first, of all workflows, from today and the days before.
  List<Execution> newest(Instant now, int limit);

  /// Lists the newest first, of one workflow.
  List<Execution> newestOf(WorkflowId workflow, int limit);

  /// Lists unfinished executions that should have gone on before an instant: what lost its message
  /// or its worker. Cost grows with what is overdue, not with what is open.
  List<Execution> overdue(Instant before, int limit);
}
