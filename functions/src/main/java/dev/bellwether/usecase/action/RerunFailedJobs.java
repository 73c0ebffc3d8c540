package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.INTEGER;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.WorkflowRuns;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Runs the failed jobs of the build again, but no more often than makes sense: a test that failed
/// three times fails the fourth time, too.
///
/// Goes by the attempt in question, so a run that was started again since, by whomever, is left
/// alone.
public final class RerunFailedJobs implements Action {
  private static final long STANDARD_ATTEMPTS = 3;

  /// How builds of GitHub Actions are named: the run and the attempt.
  private static final Pattern RUN = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "rerun_failed_jobs",
          "Runs the failed jobs of the build again.",
          Repeat.SAFE,
          List.of(
              optional(
                  "max_attempts",
                  INTEGER,
                  "how many attempts a build has, the first among them; 3 when left out")));

  private final WorkflowRuns runs;

  /// Reruns by this.
  public RerunFailedJobs(WorkflowRuns runs) {
    this.runs = runs;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var named = RUN.matcher(call.subject().key());
    if (call.subject().kind() != SubjectKind.BUILD || !named.matches()) {
      return Outcome.failedForGood(
          "bad_subject",
          "Only runs of GitHub Actions can be run again; %s is none".formatted(call.subject()));
    }
    var attempt =
        call.facts().number("build_attempt").orElseGet(() -> Long.parseLong(named.group(2)));
    var most = call.text("max_attempts").map(Long::parseLong).orElse(STANDARD_ATTEMPTS);
    return attempt >= most
        ? new Outcome.Done(Map.of("skipped", "It failed in %d attempts".formatted(attempt)))
        : runs.rerunFailedJobs(
            call.subject().repository(), Long.parseLong(named.group(1)), attempt);
  }
}
