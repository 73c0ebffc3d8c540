package dev.bellwether.domain.condition;

import com.google.re2j.Pattern;
import java.util.Optional;

/// Globs over paths, branches and names: `*` for anything but a slash, `**` for anything, `?` for
/// one character but a slash, `[a-z]`, and `{one,other}`. `**/` may stand for no folder at all.
final class Glob {
  private final Pattern pattern;

  private Glob(Pattern pattern) {
    this.pattern = pattern;
  }

  /// Reads a glob; nothing when it is faulty.
  static Optional<Glob> of(String text) {
    return fault(text).isPresent()
        ? Optional.empty()
        : Optional.of(new Glob(Pattern.compile(expression(text))));
  }

  /// Says what is wrong with a glob.
  static Optional<String> fault(String text) {
    if (text.length() > Patterns.LONGEST) {
      return Optional.of("A glob has at most %d characters".formatted(Patterns.LONGEST));
    }
    return Patterns.fault(expression(text)).isPresent()
        ? Optional.of("No glob: a bracket or a brace in '%s' is not closed".formatted(text))
        : Optional.empty();
  }

  Truth matches(String text) {
    return Patterns.find(pattern, text);
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
