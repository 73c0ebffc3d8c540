package dev.bellwether.local.docs;

import static dev.bellwether.local.docs.Markdown.code;

import dev.bellwether.domain.fact.FactGroup;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.TriggerType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Every trigger, what sets it off, and where its facts are described.
final class TriggersPage {
  private static final String FACTS = "../facts.md";
  private static final List<String> HEAD = List.of("trigger", "set off when", "facts");

  private TriggersPage() {}

  static String text() {
    return Markdown.page("Triggers")
        .paragraph(
            """
            What a definition's `trigger` names. Case does not matter, and hyphens may stand for underscores:
            `pr-created` is `pr_created`. What Bellwether's own account does sets nothing off, unless the trigger says
            `"include_own": true`.\
            """)
        .heading("GitHub")
        .paragraph(
            "Besides their own, all carry the facts of %s."
                .formatted(Markdown.link(FACTS, FactGroup.ANY_GITHUB.title())))
        .table(HEAD, rows(true))
        .paragraph(
            """
            Any other event is `github.<event>` or `github.<event>.<action>`, in GitHub's own words:
            `github.star`, `github.pull_request.converted_to_draft`. So are those above, whatever else they count as.\
            """)
        .heading("Others")
        .table(HEAD, rows(false))
        .heading("Other spellings")
        .table(List.of("also written", "means"), aliases())
        .toString();
  }

  private static List<List<String>> rows(boolean ofGitHub) {
    return Arrays.stream(NamedTrigger.values())
        .filter(trigger -> trigger.isOfGitHub() == ofGitHub)
        .map(trigger -> List.of(code(trigger.wireName()), trigger.description(), facts(trigger)))
        .toList();
  }

  private static String facts(NamedTrigger trigger) {
    var links =
        trigger.facts().stream()
            .map(group -> Markdown.link(FACTS, group.title()))
            .collect(Collectors.joining(", "));
    return trigger.isAboutAnySubject()
        ? (links.isEmpty() ? "" : links + "; ") + "its subject's"
        : links;
  }

  private static List<List<String>> aliases() {
    return TriggerType.ALIASES.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(alias -> List.of(code(alias.getKey()), code(alias.getValue())))
        .toList();
  }
}
