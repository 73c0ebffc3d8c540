package dev.bellwether.usecase.port;

import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Knows which workflows listen to what, without a read in the steady state: held in memory and
/// checked for changes at most every 10 seconds.
public interface WorkflowCatalog {
  /// Lists the workflows that listen to any of the triggers and are not paused, each once, by id.
  List<Workflow> listeningTo(Collection<TriggerType> triggers, Instant now);
}
