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

  private SlackMessage() {}

  static Map<String, Object> of(Notice notice) {
    var blocks = new ArrayList<Map<String, Object>>();
    blocks.add(
        Map.of(
            "type",
            "header",
            "text",
            Map.of("type", "plain_text", "text", Notice.cut(oneLine(notice), LONGEST_HEADER))));
    if (!notice.text().isBlank()) {
      blocks.add(Map.of("type", "section", "text", mrkdwn(notice.text())));
    }
    blocks.add(Map.of("type", "context", "elements", List.of(mrkdwn(notice.subject().toString()))));
    return Map.of("text", escaped(oneLine(notice)), "blocks", blocks);
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
