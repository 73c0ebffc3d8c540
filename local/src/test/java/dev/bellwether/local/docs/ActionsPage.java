package dev.bellwether.local.docs;

import static dev.bellwether.local.docs.Markdown.code;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Parameter;
import dev.bellwether.domain.workflow.Parameter.Need;
import java.util.List;
import java.util.Locale;

/// Every action type: what it does, what it takes, and an action as definitions write it.
final class ActionsPage {
  private ActionsPage() {}

  static String text(List<ActionSignature> signatures) {
    var page =
        Markdown.page("Actions")
            .paragraph(
                """
                What a definition's `actions` can name. The text of parameters is a template: `{{title}}` is filled in from the
                [facts](../facts.md), `{{event.pull_request.body}}` from the payload, and what is filled in is escaped
                for where it goes.\
                """);
    signatures.forEach(signature -> describe(page, signature));
    return page.toString();
  }

  private static void describe(Markdown page, ActionSignature signature) {
    page.heading(signature.type())
        .paragraph(signature.description())
        .paragraph(repeat(signature.repeat()));
    if (!signature.eitherOf().isEmpty()) {
      page.paragraph(
          "At least one is needed of %s.".formatted(Markdown.codes(signature.eitherOf())));
    }
    if (!signature.parameters().isEmpty()) {
      page.table(
          List.of("parameter", "type", "needed", "what it is"),
          signature.parameters().stream().map(ActionsPage::row).toList());
    }
    page.json(Json.write(ActionExamples.of(signature)));
  }

  private static String repeat(Repeat repeat) {
    return switch (repeat) {
      case SAFE -> "Done twice, it does nothing new.";
      case ASK_FIRST ->
          "Before it is done again, the outside is asked whether it was done already.";
    };
  }

  private static List<String> row(Parameter parameter) {
    var allowed =
        parameter.allowed().isEmpty() ? "" : "; one of " + Markdown.codes(parameter.allowed());
    return List.of(
        code(parameter.name()),
        type(parameter.type()),
        parameter.need() == Need.REQUIRED ? "yes" : "no",
        parameter.description() + allowed);
  }

  private static String type(Parameter.Type type) {
    return switch (type) {
      case TEXTS -> "text or list of text";
      default -> type.name().toLowerCase(Locale.ROOT);
    };
  }
}
