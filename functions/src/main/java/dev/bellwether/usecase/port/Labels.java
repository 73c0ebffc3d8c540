package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import java.util.List;

/// Puts labels on pull requests and issues, and takes them off.
public interface Labels {
  /// Adds labels, creating in the repository those it lacks; one that is there already stays.
  Outcome add(Subject subject, List<String> names);

  /// Takes a label off; one that is not there is fine.
  Outcome remove(Subject subject, String name);
}
