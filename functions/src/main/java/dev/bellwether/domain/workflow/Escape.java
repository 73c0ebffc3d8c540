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
  /// For GitHub Markdown: no mention, no HTML and no entity that stands for any of it, no link, not
  /// even an address that GitHub would make one of, no emphasis.
  ///
  /// What no backslash stops is broken by a space of no width.
  MARKDOWN {
    @Override
    String escape(String text) {
      var escaped = MARKDOWN_SYNTAX.matcher(text).replaceAll("\\\\$0");
      return AUTOLINK.matcher(escaped).replaceAll("$0\u200B");
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

  private static final Pattern MARKDOWN_SYNTAX = Pattern.compile("[\\\\`*_\\[\\]<>|~#&]");
  private static final Pattern AUTOLINK = Pattern.compile("@|:(?=//)|(?i)www(?=\\.)");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  abstract String escape(String text);

  /// Escapes a value for its destination; control characters, and those that change a text's
  /// direction, are dropped.
  public String apply(String text) {
    return escape(CONTROL.matcher(text).replaceAll(""));
  }
}
