package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowIndex;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Knows which workflows listen to what, without a read in the steady state: held in memory and
/// checked for changes at most every 10 seconds.
public interface WorkflowCatalog {
  /// Finds all workflows that are not paused, as they were at most 10 seconds ago.
  WorkflowIndex at(Instant now);

  /// Lists the workflows that listen to any of the triggers and are not paused, each once, by id.
  default List<Workflow> listeningTo(Collection<TriggerType> triggers, Instant now) {
    return at(now).listeningTo(triggers);
  }
}
