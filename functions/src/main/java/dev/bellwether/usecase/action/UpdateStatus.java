package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.usecase.port.CheckRuns;
import dev.bellwether.usecase.port.CheckRuns.CheckRun;
import dev.bellwether.usecase.port.CommitStatuses;
import dev.bellwether.usecase.port.CommitStatuses.CommitStatus;
import dev.bellwether.usecase.port.Labels;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Shows where the subject stands: by a label `status: <name>`, the only one of its kind, by a
/// commit status, or by a check run, which only an App may make.
///
/// The label goes on before those of other statuses come off, so that no moment shows none.
public final class UpdateStatus implements Action {
  private static final String PREFIX = "status: ";
  private static final String COMMIT_STATUS = "commit_status";
  private static final String CHECK_RUN = "check_run";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
              "update_status",
              "Shows a status as the label `status: <status>`, as a commit status or as a check"
                  + " run.",
              Repeat.SAFE,
              List.of(
                  optional("status", TEXT, "the status that the label shows"),
                  optional("target", TEXT, "what shows it; label when left out")
                      .oneOf("label", COMMIT_STATUS, CHECK_RUN),
                  optional("state", TEXT, "the state of the commit status or check run")
                      .oneOf("error", "failure", "pending", "success"),
                  optional(
                      "context",
                      TEXT,
                      "tells this commit status or check run from others; bellwether/<workflow>"
                          + " when left out"),
                  optional("description", TEXT, "one line beside the commit status or check run"),
                  optional("summary", TEXT, "what the check run's page says, in Markdown")
                      .escapedFor(Escape.MARKDOWN)))
          .needingEitherOf("status", "state");

  private final Labels labels;
  private final CommitStatuses commitStatuses;
  private final CheckRuns checkRuns;

  /// Shows by these.
  public UpdateStatus(Labels labels, CommitStatuses commitStatuses, CheckRuns checkRuns) {
    this.labels = labels;
    this.commitStatuses = commitStatuses;
    this.checkRuns = checkRuns;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    return switch (call.text("target").orElse("label")) {
      case COMMIT_STATUS, CHECK_RUN -> setOnCommit(call);
      default -> setLabel(call);
    };
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

  private Outcome setOnCommit(Call call) {
    var sha = call.facts().text("head_sha");
    if (sha.isEmpty()) {
      return Outcome.failedForGood(
          "Such a status belongs on a commit, and %s is not known to have one"
              .formatted(call.subject()));
    }
    var state = call.text("state");
    if (state.isEmpty()) {
      return Outcome.failedForGood("A status of a commit needs the parameter state");
    }
    var context = call.text("context").orElse("bellwether/" + call.execution().workflow().id());
    var description = call.text("description").orElse(call.execution().workflow().name());
    var status = new CommitStatus(state.get(), context, description);
    return switch (set(call, sha.get(), status)) {
      case Outcome.Done done ->
          new Outcome.Done(
              Map.of("sha", sha.get(), "state", status.state(), "context", status.context()));
      case Outcome.Failed failed -> failed;
      case Outcome.Pending pending -> pending;
    };
  }

  private Outcome set(Call call, String sha, CommitStatus status) {
    var repository = call.subject().repository();
    if (call.text("target").filter(CHECK_RUN::equals).isEmpty()) {
      return commitStatuses.set(repository, sha, status);
    }
    var summary = call.text("summary").orElse("");
    var run = new CheckRun(status.context(), status.state(), status.description(), summary);
    return checkRuns.set(repository, sha, run);
  }
}
