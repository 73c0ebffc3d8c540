package dev.bellwether.local.docs;

import static dev.bellwether.local.docs.Markdown.code;

import dev.bellwether.domain.fact.DocumentedFact;
import dev.bellwether.domain.fact.FactGroup;
import dev.bellwether.domain.workflow.NamedTrigger;
import java.util.Arrays;
import java.util.List;

/// Every fact, by what it is about.
final class FactsPage {
  private FactsPage() {}

  static String text() {
    var page =
        Markdown.page("Facts")
            .paragraph(
                """
                What conditions compare and templates fill in: `{"field": "files_changed", "operator": "lt", "value": 50}`,
                `{{title}}`. The payload that GitHub or another sender sent is below `event`: `event.pull_request.body`,
                `event.commits.0.id`. A fact that an event does not carry is *unknown*: a condition on it neither holds nor
                fails.\
                """)
            .paragraph(
                """
                *From* says where a fact comes from: the **event**; **GitHub**, which is asked when an execution begins, as no
                event carries it; or **either**: events of some triggers lack it, and GitHub is asked then. A workflow whose
                conditions need only facts that can be asked for starts an execution, which asks, judges, and ends without
                having done anything where they do not hold.\
                """)
            .paragraph(
                """
                Times are ISO-8601 in UTC, seconds are whole numbers. `schedule`, `sla_violation`, `sla_at_risk`,
                `workflow_failed` and `manual` carry the facts of what they are about, too.\
                """);
    for (var group : FactGroup.values()) {
      page.heading(group.title()).paragraph(carriedBy(group));
      page.table(
          List.of("fact", "type", "meaning", "from"),
          group.facts().stream().map(FactsPage::row).toList());
    }
    return page.toString();
  }

  private static List<String> row(DocumentedFact fact) {
    var from =
        switch (fact.source()) {
          case EVENT -> "event";
          case LOOKUP -> "GitHub";
          case EVENT_OR_LOOKUP -> "either";
        };
    return List.of(code(fact.name()), fact.type().inWords(), fact.meaning(), from);
  }

  private static String carriedBy(FactGroup group) {
    return switch (group) {
      case RESERVED -> "With every trigger.";
      case ANY_GITHUB ->
          "With every trigger that GitHub's webhooks raise, `github.<event>` included.";
      default -> "With " + Markdown.codes(triggersOf(group)) + ".";
    };
  }

  private static List<String> triggersOf(FactGroup group) {
    return Arrays.stream(NamedTrigger.values())
        .filter(trigger -> trigger.facts().contains(group))
        .map(NamedTrigger::wireName)
        .toList();
  }
}
