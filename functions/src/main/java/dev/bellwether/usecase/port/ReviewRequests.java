package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import java.util.List;

/// Asks people for their review on GitHub.
public interface ReviewRequests {
  /// Requests reviews of a pull request; one requested already stays requested.
  Outcome request(Subject pullRequest, List<String> users, List<String> teams);
}
