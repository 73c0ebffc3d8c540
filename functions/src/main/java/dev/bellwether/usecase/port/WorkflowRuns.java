package dev.bellwether.usecase.port;

import dev.bellwether.domain.execution.Outcome;
import java.time.Instant;
import java.util.Map;

/// Starts workflows of GitHub Actions, and has them run again.
public interface WorkflowRuns {
  /// Starts a workflow. The result has the `run_id` and `url` where GitHub tells them.
  Outcome dispatch(String repository, Dispatch dispatch);

  /// Starts a workflow unless that was done since an instant.
  ///
  /// A run carries nothing of ours to be found by, as GitHub refuses inputs that a workflow does
  /// not declare: the newest run of the workflow on the ref that was dispatched since then by us is
  /// taken for it. So of two steps that start the same workflow on the same ref at the same time
  /// and both lose their answers, one may take the other's run for its own.
  Outcome dispatchOnce(String repository, Dispatch dispatch, Instant since);

  /// Runs the failed jobs of a run again, unless an attempt after the given one has begun; not done
  /// yet while the attempt still goes on.
  Outcome rerunFailedJobs(String repository, long run, long attempt);

  /// What to start.
  ///
  /// @param workflow the name of its file, or its number
  /// @param ref a branch or a tag, which has the workflow
  record Dispatch(String workflow, String ref, Map<String, String> inputs) {
    public Dispatch {
      inputs = Map.copyOf(inputs);
    }
  }
}
