package dev.bellwether.testing;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Lease;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.usecase.port.TaskStore;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Tasks in memory, as the contract has them; those that have not ended are kept in order.
public final class InMemoryTaskStore implements TaskStore {
  private static final Comparator<AgentTask> OLDEST_FIRST =
      Comparator.comparing(AgentTask::createdAt).thenComparing(AgentTask::id);

  private final Map<String, AgentTask> tasks = new TreeMap<>();
  private final NavigableSet<AgentTask> open = new TreeSet<>(OLDEST_FIRST);

  @Override
  public synchronized Optional<AgentTask> find(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  @Override
  public synchronized boolean save(AgentTask task) {
    var known = find(task.id());
    if (known.map(AgentTask::revision).orElse(0L) != task.revision()) {
      return false;
    }
    known.ifPresent(open::remove);
    var next = task.withRevision(task.revision() + 1);
    tasks.put(task.id(), next);
    if (!next.state().isEnd()) {
      open.add(next);
    }
    return true;
  }

  @Override
  public synchronized List<AgentTask> queued(int limit) {
    return first(task -> task.state() == State.QUEUED, limit);
  }

  @Override
  public synchronized List<AgentTask> held(int limit) {
    return first(AgentTask::isHeld, limit);
  }

  @Override
  public synchronized List<AgentTask> heldBy(String agent) {
    return first(
        task ->
            task.isHeld() && task.ifLeased().map(Lease::holder).filter(agent::equals).isPresent(),
        Integer.MAX_VALUE);
  }

  private List<AgentTask> first(Predicate<AgentTask> which, int limit) {
    return open.stream().filter(which).limit(limit).toList();
  }
}
