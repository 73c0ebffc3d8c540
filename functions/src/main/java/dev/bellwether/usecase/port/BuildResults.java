package dev.bellwether.usecase.port;

import dev.bellwether.domain.sla.BuildResult;
import dev.bellwether.domain.workflow.Subject;
import java.util.List;

/// Remembers how each build of a pull request came out last. Times are kept to the millisecond;
/// GitHub tells them to the second.
public interface BuildResults {
  /// Takes a result in; one that is not newer than what is known of the same build changes nothing.
  void record(BuildResult result);

  /// Lists the builds of a pull request whose last result is red, by name.
  List<BuildResult> red(Subject pullRequest);
}
