package dev.bellwether.adapter.slack;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.workflow.Escape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The form of a notice on Slack: a header, the text, and what it is about.
///
/// Limits: <https://docs.slack.dev/reference/block-kit/blocks>.
final class SlackMessage {
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 3000;

  /// Of 50 blocks, all but the header and what it is about.
  private static final int MOST_SECTIONS = 48;

  private SlackMessage() {}

  static Map<String, Object> of(Notice notice) {
    var blocks = new ArrayList<Map<String, Object>>();
    blocks.add(
        Map.of(
            "type",
            "header",
            "text",
            Map.of("type", "plain_text", "text", Notice.cut(oneLine(notice), LONGEST_HEADER))));
    sections(notice.text()).forEach(text -> blocks.add(section(text)));
    blocks.add(Map.of("type", "context", "elements", List.of(mrkdwn(notice.subject().toString()))));
    return Map.of("text", escaped(oneLine(notice)), "blocks", blocks);
  }

  /// Takes a long text apart between its lines.
  private static List<String> sections(String text) {
    var sections = new ArrayList<String>();
    for (var line : text.isBlank() ? List.<String>of() : text.lines().toList()) {
      var longer = sections.isEmpty() ? line : sections.getLast() + "\n" + line;
      if (!sections.isEmpty() && Escape.SLACK.apply(longer).length() <= LONGEST_SECTION) {
        sections.set(sections.size() - 1, longer);
      } else if (sections.size() < MOST_SECTIONS) {
        sections.add(line);
      }
    }
    return sections.stream().filter(section -> !section.isBlank()).toList();
  }

  private static Map<String, Object> section(String text) {
    return Map.of("type", "section", "text", mrkdwn(text));
  }

  private static Map<String, Object> mrkdwn(String text) {
    return Map.of("type", "mrkdwn", "text", escaped(text));
  }

  /// Escapes, and cuts what has grown too long by it, never within an `&amp;`.
  private static String escaped(String text) {
    return Notice.cut(Escape.SLACK.apply(text), LONGEST_SECTION).replaceFirst("&[a-z]{0,3}…$", "…");
  }

  private static String oneLine(Notice notice) {
    var line = notice.title().replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? notice.subject().toString() : line;
  }
}
