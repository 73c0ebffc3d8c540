package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import java.util.List;

/// Opens issues; each carries a hidden marker to be found by.
public interface Issues {
  /// Opens an issue. The result has its `number` and `url`.
  Outcome create(String repository, String marker, Draft draft);

  /// Opens the issue unless one with its marker is there already.
  Outcome createOnce(String repository, String marker, Draft draft);

  /// What an issue is to say.
  record Draft(String title, String body, List<String> labels, List<String> assignees) {
    public Draft {
      labels = List.copyOf(labels);
      assignees = List.copyOf(assignees);
    }
  }
}
