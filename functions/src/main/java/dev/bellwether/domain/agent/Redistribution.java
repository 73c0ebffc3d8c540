package dev.bellwether.domain.agent;

import dev.bellwether.domain.agent.AgentTask.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Which tasks are taken from an agent that cannot do them, and why the others are left.
///
/// From one that is stalled, all that may be moved. From one that holds more than its capacity,
/// what it has not taken up yet, the newest first, down to its capacity; and of those only tasks
/// that could still be moved afterwards, should the next holder fall silent.
///
/// @param taken the tasks as they are then, in the queue
public record Redistribution(List<AgentTask> taken, List<Kept> kept) {
  public Redistribution {
    taken = List.copyOf(taken);
    kept = List.copyOf(kept);
  }

  /// A task that stays.
  public record Kept(AgentTask task, String because) {}

  /// Decides about what an agent holds.
  public static Redistribution of(
      Agent agent, AgentState state, Collection<AgentTask> tasks, Instant now) {
    var held = tasks.stream().filter(AgentTask::isHeld).toList();
    if (state == AgentState.STALLED) {
      return taking(held, held.size(), "%s has stalled".formatted(agent.name()), now);
    }
    var excess = held.size() - agent.profile().capacity();
    var waiting =
        held.stream()
            .filter(task -> task.state() == AgentTask.State.ASSIGNED)
            .filter(task -> task.moves() < AgentTask.MOST_MOVES - 1)
            .sorted(Comparator.comparing(AgentTask::changedAt).reversed())
            .toList();
    return taking(waiting, excess, "%s holds too many".formatted(agent.name()), now);
  }

  private static Redistribution taking(
      List<AgentTask> tasks, int most, String because, Instant now) {
    var taken = new ArrayList<AgentTask>();
    var kept = new ArrayList<Kept>();
    for (var task : tasks) {
      var change =
          taken.size() < most
              ? task.takenAway(because, now)
              : new Change.Refused("There is room for it");
      switch (change) {
        case Change.Made(var moved) -> taken.add(moved);
        case Change.Refused(var why) -> kept.add(new Kept(task, why));
      }
    }
    return new Redistribution(taken, kept);
  }
}
