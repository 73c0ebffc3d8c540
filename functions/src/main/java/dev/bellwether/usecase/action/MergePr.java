package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Merges;
import dev.bellwether.usecase.port.Merges.Answer;
import dev.bellwether.usecase.port.Merges.Merge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Merges the pull request, pinned to the head that was judged: the fact `head_sha`. A push since
/// then makes it fail, for nobody judged what was pushed.
///
/// While the base branch's rules are not met it asks again, after 30 seconds at first and after 5
/// minutes at last, until the step's time is over.
public final class MergePr implements Action {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final String CHECKS_PASS = "checks_pass";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "merge_pr",
          "Merges the pull request, if its head is still the one that was judged.",
          Repeat.SAFE,
          List.of(
              optional("method", TEXT, "how to merge; merge when left out")
                  .oneOf("merge", "squash", "rebase"),
              optional(
                      "when",
                      TEXT,
                      "now, or fail; checks_pass, the default, to wait for what the base branch"
                          + " requires; auto_merge to leave the waiting to GitHub and its merge"
                          + " queue")
                  .oneOf("now", CHECKS_PASS, "auto_merge"),
              optional("commit_title", TEXT, "the commit's title; GitHub's own when left out"),
              optional("commit_message", TEXT, "the commit's text; GitHub's own when left out")));

  private final Merges merges;

  /// Merges by this.
  public MergePr(Merges merges) {
    this.merges = merges;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    return Ref.judged(call, sha -> merge(call, sha));
  }

  private Outcome merge(Call call, String sha) {
    var merge =
        new Merge(
            call.text("method").orElse("merge"),
            sha,
            filled(call, "commit_title"),
            filled(call, "commit_message"));
    return switch (call.text("when").orElse(CHECKS_PASS)) {
      case "auto_merge" -> merges.mergeWhenReady(call.conversation(), merge);
      case "now" -> merge(call, merge, Optional.empty());
      default -> merge(call, merge, Optional.of(wait(call.step().pendings())));
    };
  }

  private Outcome merge(Call call, Merge merge, Optional<Duration> wait) {
    return switch (merges.merge(call.conversation(), merge)) {
      case Answer.Settled(var outcome) -> outcome;
      case Answer.Blocked(var because) ->
          wait.<Outcome>map(delay -> new Outcome.Pending(delay, because, Map.of()))
              .orElseGet(() -> Outcome.failedForGood("not_mergeable", because));
    };
  }

  private static Duration wait(int waitsBefore) {
    var doubled = FIRST_WAIT.multipliedBy(1L << Math.min(waitsBefore, 4));
    return doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
  }

  private static Optional<String> filled(Call call, String parameter) {
    return call.text(parameter).filter(text -> !text.isBlank());
  }
}
