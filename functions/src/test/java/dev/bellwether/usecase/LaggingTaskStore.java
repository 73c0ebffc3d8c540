package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.testing.InMemoryTaskStore;
import dev.bellwether.usecase.port.TaskStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tasks whose lists lack what was written in the last second, as an index may.
final class LaggingTaskStore implements TaskStore {
  private final InMemoryTaskStore tasks = new InMemoryTaskStore();
  private final Map<String, Instant> writtenAt = new HashMap<>();
  private final InstantSource clock;

  LaggingTaskStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<AgentTask> find(String id) {
    return tasks.find(id);
  }

  @Override
  public boolean save(AgentTask task) {
    var saved = tasks.save(task);
    if (saved) {
      writtenAt.put(task.id(), clock.instant());
    }
    return saved;
  }

  @Override
  public List<AgentTask> queued(int limit) {
    return seen(tasks.queued(limit));
  }

  @Override
  public List<AgentTask> held(int limit) {
    return seen(tasks.held(limit));
  }

  @Override
  public List<AgentTask> heldBy(String agent) {
    return seen(tasks.heldBy(agent));
  }

  private List<AgentTask> seen(List<AgentTask> listed) {
    var visible = clock.instant().minusSeconds(1);
    return listed.stream()
        .filter(task -> !writtenAt.getOrDefault(task.id(), Instant.EPOCH).isAfter(visible))
        .toList();
  }
}
