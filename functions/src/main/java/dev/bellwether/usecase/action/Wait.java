package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.INTEGER;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Waits: for a time, counted from when its turn came, or until an instant. No function runs
/// meanwhile.
public final class Wait implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
              "wait",
              "Waits before the next action, up to as long as the execution may last.",
              Repeat.SAFE,
              List.of(
                  optional("seconds", INTEGER, "for how many seconds"),
                  optional("until", TEXT, "until when: a time such as 2026-11-25T09:30:00Z")))
          .needingEitherOf("seconds", "until");

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var end = end(call);
    if (end.isEmpty()) {
      return Outcome.failedForGood(
          "The parameter until is no time such as 2026-11-25T09:30:00Z: " + call.text("until"));
    }
    return call.now().isBefore(end.get())
        ? new Outcome.Pending(Duration.between(call.now(), end.get()), "a time", Map.of())
        : new Outcome.Done(Map.of("waited_until", end.get().toString()));
  }

  private static Optional<Instant> end(Call call) {
    var until = call.text("until");
    if (until.isPresent()) {
      return parsed(until.get());
    }
    var seconds = Duration.ofSeconds(Long.parseLong(call.required("seconds")));
    return Optional.of(call.begunAt().plus(seconds));
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
