package dev.bellwether.testing;

import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.EdgeStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Edges in memory.
public final class InMemoryEdgeStore implements EdgeStore {
  private final Map<Version, Map<Subject, Edge>> edges = new HashMap<>();

  private record Version(WorkflowId id, int number) {
    static Version of(Workflow workflow) {
      return new Version(workflow.id(), workflow.version());
    }
  }

  @Override
  public synchronized boolean raise(Workflow workflow, Edge edge) {
    return edges
            .computeIfAbsent(Version.of(workflow), v -> new HashMap<>())
            .putIfAbsent(edge.subject(), edge)
        == null;
  }

  @Override
  public synchronized List<Edge> raised(Workflow workflow) {
    return List.copyOf(edges.getOrDefault(Version.of(workflow), Map.of()).values());
  }

  @Override
  public synchronized void lower(Workflow workflow, Subject subject) {
    var raised = edges.get(Version.of(workflow));
    if (raised != null) {
      raised.remove(subject);
    }
  }
}
