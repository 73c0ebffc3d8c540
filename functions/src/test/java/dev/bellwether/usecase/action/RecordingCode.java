package dev.bellwether.usecase.action;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.Branches;
import dev.bellwether.usecase.port.Deployments;
import dev.bellwether.usecase.port.Merges;
import dev.bellwether.usecase.port.WorkflowRuns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The code and the builds that actions act on: writes down each call in words, and answers as
/// told.
final class RecordingCode implements Merges, Branches, WorkflowRuns, Deployments {
  final List<String> calls = new ArrayList<>();
  Outcome answer = Outcome.done();
  Merges.Answer merged = new Merges.Answer.Settled(answer);

  @Override
  public Merges.Answer merge(Subject pullRequest, Merge merge) {
    return called(merged, "merge %s %s".formatted(pullRequest.text(), inWords(merge)));
  }

  @Override
  public Outcome mergeWhenReady(Subject pullRequest, Merge merge) {
    return called(answer, "merge %s when ready %s".formatted(pullRequest.text(), inWords(merge)));
  }

  @Override
  public Outcome update(Subject pullRequest, String sha) {
    return called(answer, "update %s at %s".formatted(pullRequest.text(), sha));
  }

  @Override
  public Outcome create(String repository, String name, String from) {
    return called(answer, "branch %s from %s".formatted(name, from));
  }

  @Override
  public Outcome delete(String repository, String name) {
    return called(answer, "unbranch " + name);
  }

  @Override
  public Outcome dispatch(String repository, Dispatch dispatch) {
    return called(answer, "dispatch " + inWords(dispatch));
  }

  @Override
  public Outcome dispatchOnce(String repository, Dispatch dispatch, Instant since) {
    return called(answer, "dispatch once since %s %s".formatted(since, inWords(dispatch)));
  }

  @Override
  public Outcome rerunFailedJobs(String repository, long run, long attempt) {
    return called(answer, "rerun %d after %d".formatted(run, attempt));
  }

  @Override
  public Outcome create(String repository, String marker, Deployment deployment) {
    return called(answer, "create %s as %s".formatted(deployment, marker));
  }

  @Override
  public Outcome createOnce(String repository, String marker, Deployment deployment) {
    return called(answer, "create once %s as %s".formatted(deployment, marker));
  }

  private <T> T called(T with, String call) {
    calls.add(call);
    return with;
  }

  private static String inWords(Merge merge) {
    return "at %s by %s, %s, %s"
        .formatted(
            merge.sha(),
            merge.method(),
            merge.title().orElse("no title"),
            merge.message().orElse("no message"));
  }

  private static String inWords(Dispatch dispatch) {
    return "%s on %s with %s".formatted(dispatch.workflow(), dispatch.ref(), dispatch.inputs());
  }
}
