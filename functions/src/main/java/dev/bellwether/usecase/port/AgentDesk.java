package dev.bellwether.usecase.port;

import dev.bellwether.domain.agent.Brief;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where workflows turn to for agents to do something.
public interface AgentDesk {
  /// Makes a task and gives it to whoever suits it best; where nobody does it waits in the queue.
  /// The same id again is the task that there is.
  Given give(String id, Brief brief, Instant now);

  /// Moves tasks off an agent that has stalled or holds too many; off every such agent where none
  /// is named. Doing it again moves nothing twice.
  List<String> redistribute(Optional<String> agent, Instant now);

  /// Leaves a message that the agent finds when it asks, and waits for its answer. The same id
  /// again is the message that there is.
  void tell(Message message, Instant now);

  /// What became of a task.
  ///
  /// @param agent nobody while it is in the queue
  /// @param because why, in a sentence
  record Given(Optional<String> agent, String because) {}

  /// A message to an agent.
  ///
  /// @param pullRequest its number, where the message is about one; 0 where not
  record Message(String id, String agent, String repository, int pullRequest, String text) {}
}
