package dev.bellwether.domain.workflow;

import java.util.regex.Pattern;

/// Makes text from GitHub harmless where it is going: a title may not ping a channel, break out of
/// a link or forge a marker. Anyone who can open a pull request can choose that text.
public enum Escape {
  /// For names and keys, which GitHub itself checks; only control characters are dropped.
  PLAIN {
    @Override
    String escape(String text) {
      return text;
    }
  },
  /// For GitHub Markdown: no mention, no HTML, no link, no emphasis.
  MARKDOWN {
    @Override
    String escape(String text) {
      return MARKDOWN_SYNTAX.matcher(text).replaceAll("\\\\$0").replace("@", "@\u200B");
    }
  },
  /// For Slack mrkdwn, which needs just these three:
  /// <https://docs.slack.dev/messaging/formatting-message-text#escaping>.
  SLACK {
    @Override
    String escape(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  };

  private static final Pattern MARKDOWN_SYNTAX = Pattern.compile("[\\\\`*_\\[\\]<>|~#]");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E]");

  abstract String escape(String text);

  /// Escapes a value for its destination; control and direction-override characters are dropped.
  public String apply(String text) {
    return escape(CONTROL.matcher(text).replaceAll(""));
  }
}
