package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.INTEGER;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Waits until somebody approves: by the API, on the dashboard, or with a comment `/approve` on the
/// pull request or issue. A rejection fails the step.
public final class WaitForApproval implements Action {
  /// Longer than any execution may last.
  private static final Duration LONGEST = Duration.ofDays(60);

  private static final String APPROVE = "approve";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          Execution.APPROVAL,
          "Waits until somebody approves of going on.",
          Repeat.SAFE,
          List.of(
              optional(
                  "approvers",
                  TEXTS,
                  "the logins of who may approve; anybody who may write to the repository when left"
                      + " out"),
              optional(
                  "wait_seconds",
                  INTEGER,
                  "for how long; as long as the execution may last when left out"),
              optional("on_timeout", TEXT, "what no answer means; reject when left out")
                  .oneOf(APPROVE, "reject")));

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var answer = call.signals().findFirst();
    if (answer.isPresent()) {
      return answered(answer.get());
    }
    var wait = call.text("wait_seconds").map(Long::parseLong).map(Duration::ofSeconds);
    var end = call.begunAt().plus(wait.orElse(LONGEST));
    if (call.now().isBefore(end)) {
      return new Outcome.Pending(Duration.between(call.now(), end), waitingFor(call), Map.of());
    }
    return call.text("on_timeout").filter(APPROVE::equals).isPresent()
        ? new Outcome.Done(Map.of("approved_by", "nobody answered in time"))
        : failed("approval_timeout", "Nobody approved by " + end);
  }

  private static Outcome answered(Signal answer) {
    return answer.kind() == Signal.Kind.APPROVE
        ? new Outcome.Done(Map.of("approved_by", answer.by(), "comment", answer.comment()))
        : failed(
            "rejected",
            answer.comment().isBlank()
                ? "Rejected by " + answer.by()
                : "Rejected by %s: %s".formatted(answer.by(), answer.comment()));
  }

  private static Outcome failed(String code, String reason) {
    return new Outcome.Failed(new Failure.Permanent(code, reason), Map.of());
  }

  private static String waitingFor(Call call) {
    return Optional.of(call.names("approvers"))
        .filter(names -> !names.isEmpty())
        .map(names -> "the approval of " + String.join(" or ", names))
        .orElse("an approval");
  }
}
