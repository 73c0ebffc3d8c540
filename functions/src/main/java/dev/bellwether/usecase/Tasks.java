package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.usecase.port.TaskStore;
import java.util.Optional;
import java.util.function.Function;

/// Changes tasks, again when somebody else has changed one meanwhile.
final class Tasks {
  private static final int ATTEMPTS = 10;

  private final TaskStore store;

  Tasks(TaskStore store) {
    this.store = store;
  }

  /// What came of a wish to change a task.
  ///
  /// @param isNew whether it was this call that changed it
  record Changed(Change change, boolean isNew) {}

  /// Changes a task.
  ///
  /// @return nothing when there is no such task
  /// @throws IllegalStateException when others change it all the time
  Optional<Changed> change(String id, Function<AgentTask, Change> change) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      var known = store.find(id);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      var wished = change.apply(known.get());
      if (!(wished instanceof Change.Made(var task)) || task.equals(known.get())) {
        return Optional.of(new Changed(wished, false));
      }
      if (store.save(task)) {
        return Optional.of(new Changed(wished, true));
      }
    }
    throw new IllegalStateException("Others change the task %s all the time".formatted(id));
  }
}
