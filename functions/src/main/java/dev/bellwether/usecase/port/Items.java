package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import java.util.List;

/// Changes pull requests and issues as such; what is so already stays.
public interface Items {
  /// Assigns people, beside those who are.
  Outcome assign(Subject item, List<String> logins);

  /// Sets the milestone, by its title or number; none is created.
  Outcome setMilestone(Subject item, String milestone);

  /// Opens or closes it.
  Outcome move(Subject item, State state);

  /// How it can stand.
  enum State {
    OPEN,
    CLOSED
  }
}
