package dev.bellwether.domain.condition;

import com.google.re2j.Pattern;

/// A glob as it is written, taken apart.
///
/// @param expression what matches the same in RE2's syntax
/// @param start what every text matched begins with
/// @param end what every text matched ends with
/// @param rest what is to be said of a text that begins and ends like this
record GlobText(String expression, String start, String end, Rest rest) {
  private static final String SPECIAL = "*?[{";

  /// What is between the start and the end.
  enum Rest {
    /// The glob is a plain text, which is its start and its end.
    NOTHING,
    /// Whatever it is, it matches.
    ANYTHING,
    /// What the expression says.
    PATTERN
  }

  static GlobText of(String glob) {
    var first = 0;
    while (first < glob.length() && SPECIAL.indexOf(glob.charAt(first)) < 0) {
      first++;
    }
    if (first == glob.length()) {
      return new GlobText(expression(glob), glob, glob, Rest.NOTHING);
    }
    var start = glob.substring(0, first);
    var end = end(glob);
    var isAnything =
        glob.equals(start + "**") || (glob.equals("**/*" + end) && end.indexOf('/') < 0);
    return new GlobText(expression(glob), start, end, isAnything ? Rest.ANYTHING : Rest.PATTERN);
  }

  /// A last `**/` takes its slash with it when it stands for no folder.
  private static String end(String glob) {
    var last = glob.length();
    while (last > 0 && (SPECIAL + "]}").indexOf(glob.charAt(last - 1)) < 0) {
      last--;
    }
    var end = glob.substring(last);
    return glob.substring(0, last).endsWith("**") && end.startsWith("/") ? end.substring(1) : end;
  }

  private static String expression(String glob) {
    var out = new StringBuilder("^(?s:");
    var braces = 0;
    for (int i = 0; i < glob.length(); i++) {
      var c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        out.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        out.append(".*");
        i++;
      } else if (c == '[') {
        i = charClass(glob, i, out);
      } else if (c == '{') {
        out.append("(?:");
        braces++;
      } else if (c == '}' && braces > 0) {
        out.append(')');
        braces--;
      } else {
        out.append(one(c, braces > 0));
      }
    }
    return out.append(")$").toString();
  }

  private static String one(char c, boolean isInBraces) {
    return switch (c) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      case ',' -> isInBraces ? "|" : ",";
      default -> Pattern.quote(String.valueOf(c));
    };
  }

  /// Copies a class of characters; one that is not closed makes an expression that is refused.
  private static int charClass(String glob, int start, StringBuilder out) {
    var end = glob.indexOf(']', start + 2);
    if (end < 0) {
      out.append('[');
      return start;
    }
    var inside = glob.substring(start + 1, end).replace("\\", "\\\\").replace("[", "\\[");
    out.append('[').append(inside.startsWith("!") ? "^" + inside.substring(1) : inside).append(']');
    return end;
  }
}
