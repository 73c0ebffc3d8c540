package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.usecase.port.Issues;
import dev.bellwether.usecase.port.Issues.Draft;
import java.util.List;

/// Opens an issue in the subject's repository, with a marker by which a repeat finds it.
public final class CreateIssue implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "create_issue",
          "Opens an issue in the repository.",
          Repeat.ASK_FIRST,
          List.of(
              required("title", TEXT, "the title"),
              optional("body", TEXT, "the text, in Markdown").escapedFor(Escape.MARKDOWN),
              optional("labels", TEXTS, "the names of its labels"),
              optional("assignees", TEXTS, "the logins of who is to see to it")));

  private final Issues issues;

  /// Opens by this.
  public CreateIssue(Issues issues) {
    this.issues = issues;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var draft =
        new Draft(
            call.required("title"),
            call.text("body").orElse(""),
            call.filled("labels"),
            call.names("assignees"));
    if (draft.title().isBlank()) {
      return Outcome.failedForGood("The title is empty: what it is filled from is empty");
    }
    var repository = call.subject().repository();
    return call.isRepeat()
        ? issues.createOnce(repository, call.key(), draft)
        : issues.create(repository, call.key(), draft);
  }
}
