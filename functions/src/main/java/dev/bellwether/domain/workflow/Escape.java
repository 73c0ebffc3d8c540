package dev.bellwether.domain.workflow;

import java.nio.charset.StandardCharsets;
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
  },
  /// For a part of an address: all but letters, digits, `-` and `.` is percent-encoded.
  URL {
    @Override
    String escape(String text) {
      var encoded = new StringBuilder();
      for (var octet : text.getBytes(StandardCharsets.UTF_8)) {
        if (UNRESERVED.indexOf(octet) >= 0) {
          encoded.append((char) octet);
        } else {
          encoded.append("%%%02X".formatted(octet & 0xff));
        }
      }
      return encoded.toString();
    }
  },
  /// For the inside of a string in JSON: what means anything there, or in any markup around it, is
  /// written by its number.
  JSON {
    @Override
    String escape(String text) {
      return SPECIAL
          .matcher(text)
          .replaceAll(m -> "\\\\u%04x".formatted((int) m.group().charAt(0)));
    }
  };

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.";
  private static final Pattern MARKDOWN_SYNTAX = Pattern.compile("[\\\\`*_\\[\\]<>|~#&]");
  private static final Pattern AUTOLINK = Pattern.compile("@|:(?=//)|(?i)www(?=\\.)");
  private static final Pattern SPECIAL = Pattern.compile("[\\p{ASCII}&&[^A-Za-z0-9 .,!?/;()+=-]]");
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\u202A-\\u202E\\u2066-\\u2069]");

  abstract String escape(String text);

  /// Escapes a value for its destination; control characters, and those that change a text's
  /// direction, are dropped.
  public String apply(String text) {
    return escape(CONTROL.matcher(text).replaceAll(""));
  }
}
