package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.CommitStatuses;
import dev.bellwether.usecase.port.CommitStatuses.CommitStatus;
import dev.bellwether.usecase.port.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Shows where the subject stands: by a label `status: <name>`, the only one of its kind, or by a
/// commit status.
///
/// The label goes on before those of other statuses come off, so that no moment shows none.
public final class UpdateStatus implements Action {
  private static final String PREFIX = "status: ";
  private static final String COMMIT_STATUS = "commit_status";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
              "update_status",
              "Shows a status as the label `status: <status>`, or as a commit status.",
              Repeat.SAFE,
              List.of(
                  optional("status", TEXT, "the status that the label shows"),
                  optional("target", TEXT, "what shows it; label when left out")
                      .oneOf("label", COMMIT_STATUS),
                  optional("state", TEXT, "the state of the commit status")
                      .oneOf("error", "failure", "pending", "success"),
                  optional(
                      "context",
                      TEXT,
                      "tells this commit status from others; bellwether/<workflow> when left out"),
                  optional("description", TEXT, "one line beside the commit status")))
          .needingEitherOf("status", "state");

  private final Labels labels;
  private final CommitStatuses commitStatuses;

  /// Shows by these.
  public UpdateStatus(Labels labels, CommitStatuses commitStatuses) {
    this.labels = labels;
    this.commitStatuses = commitStatuses;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    return call.text("target").filter(COMMIT_STATUS::equals).isPresent()
        ? setCommitStatus(call)
        : setLabel(call);
  }

  private Outcome setLabel(Call call) {
    var status = call.text("status").map(String::strip).orElse("");
    if (status.isEmpty()) {
      return Outcome.failedForGood("A status label needs the parameter status, and it is empty");
    }
    var label = PREFIX + status;
    var added = labels.add(call.conversation(), List.of(label));
    if (!(added instanceof Outcome.Done)) {
      return added;
    }
    var others =
        Stream.concat(call.facts().texts("labels").stream(), shownBefore(call))
            .distinct()
            .filter(l -> l.toLowerCase(Locale.ROOT).startsWith(PREFIX))
            .filter(l -> !l.equalsIgnoreCase(label))
            .toList();
    for (var other : others) {
      var removed = labels.remove(call.conversation(), other);
      if (!(removed instanceof Outcome.Done)) {
        return removed;
      }
    }
    return new Outcome.Done(Map.of("label", label, "removed", others));
  }

  /// Lists what earlier steps have shown since the labels were known.
  private static Stream<String> shownBefore(Call call) {
    return call.execution().steps().stream()
        .filter(step -> step.action().type().equals(SIGNATURE.type()))
        .flatMap(step -> Stream.ofNullable(step.result().get("label")))
        .map(String::valueOf);
  }

  private Outcome setCommitStatus(Call call) {
    var sha = call.facts().text("head_sha");
    if (sha.isEmpty()) {
      return Outcome.failedForGood(
          "A commit status needs a commit, and %s is not known to have one"
              .formatted(call.subject()));
    }
    var state = call.text("state");
    if (state.isEmpty()) {
      return Outcome.failedForGood("A commit status needs the parameter state");
    }
    var context = call.text("context").orElse("bellwether/" + call.execution().workflow().id());
    var description = call.text("description").orElse(call.execution().workflow().name());
    var status = new CommitStatus(state.get(), context, description);
    return switch (commitStatuses.set(call.subject().repository(), sha.get(), status)) {
      case Outcome.Done done ->
          new Outcome.Done(
              Map.of("sha", sha.get(), "state", status.state(), "context", status.context()));
      case Outcome.Failed failed -> failed;
      case Outcome.Pending pending -> pending;
    };
  }
}
