package dev.bellwether.domain.agent;

import java.util.Collection;

/// What an agent has on its hands.
///
/// @param tasks how many it holds
/// @param waiting how many of them wait for somebody else
/// @param weight what all of them weigh together
public record Load(int tasks, int waiting, int weight) {
  public static final Load NONE = new Load(0, 0, 0);

  /// Adds up what is held of some tasks.
  public static Load of(Collection<AgentTask> tasks) {
    var held = tasks.stream().filter(AgentTask::isHeld).toList();
    var waiting = held.stream().filter(t -> t.state() == AgentTask.State.WAITING).count();
    var weight = held.stream().mapToInt(task -> task.brief().weight()).sum();
    return new Load(held.size(), (int) waiting, weight);
  }

  /// Tells whether all there is waits for somebody else.
  public boolean isWaiting() {
    return tasks > 0 && waiting == tasks;
  }
}
