package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.CodeOwners;
import dev.bellwether.domain.workflow.Subject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Asks people for their review on GitHub, and finds whom to ask.
public interface ReviewRequests {
  /// Requests reviews of a pull request; one requested already stays requested.
  Outcome request(Subject pullRequest, List<String> users, List<String> teams);

  /// Finds who is asked for reviews of which open pull requests of a repository, by their numbers.
  ///
  /// @param then what is done with that; GitHub's refusal is its outcome otherwise
  Outcome withOpen(String repository, Function<Map<Long, List<String>>, Outcome> then);

  /// Finds the owners of the files that a pull request touches, as the base branch's `CODEOWNERS`
  /// has them; nobody where there is no such file.
  ///
  /// @param then what is done with that; GitHub's refusal is its outcome otherwise
  Outcome withOwners(Subject pullRequest, Function<CodeOwners.Owners, Outcome> then);
}
