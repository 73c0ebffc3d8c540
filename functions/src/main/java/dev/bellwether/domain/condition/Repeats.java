package dev.bellwether.domain.condition;

import java.util.ArrayDeque;
import java.util.regex.Pattern;

/// Reckons how long a regular expression is with its counted repeats written out, before it is
/// compiled: `((a{1000}){1000}){1000}` is short, and a thousand million instructions.
final class Repeats {
  private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,4})(,(\\d{0,4}))?\\}");

  private final String expression;
  private final ArrayDeque<Long> outer = new ArrayDeque<>();
  private long length;
  private long last;

  private Repeats(String expression) {
    this.expression = expression;
  }

  /// Tells whether it is longer than a limit.
  static boolean exceed(long limit, String expression) {
    var repeats = new Repeats(expression);
    int at = 0;
    while (at < expression.length() && repeats.length <= limit) {
      at = repeats.read(at);
    }
    return repeats.length > limit;
  }

  /// Reads one thing; an expression that is faulty is left to the compiler.
  private int read(int at) {
    return switch (expression.charAt(at)) {
      case '(' -> open(at);
      case ')' -> close(at);
      case '{' -> repeat(at);
      case '\\' -> atom(expression.startsWith("\\Q", at) ? after("\\E", at + 2) : at + 2);
      case '[' -> atom(afterClass(at + 1));
      default -> atom(at + 1);
    };
  }

  private int atom(int next) {
    last = 1;
    length += last;
    return next;
  }

  private int open(int at) {
    outer.push(length);
    length = 0;
    return at + 1;
  }

  private int close(int at) {
    last = Math.max(1, length);
    length = last + (outer.isEmpty() ? 0 : outer.pop());
    return at + 1;
  }

  private int repeat(int at) {
    var count = COUNT.matcher(expression).region(at, expression.length());
    if (!count.lookingAt()) {
      return atom(at + 1);
    }
    var most = count.group(3) == null || count.group(3).isEmpty() ? count.group(1) : count.group(3);
    var times = Math.max(1, Long.parseLong(most));
    length += last * (times - 1);
    last *= times;
    return count.end();
  }

  private int after(String end, int from) {
    var found = expression.indexOf(end, from);
    return found < 0 ? expression.length() : found + end.length();
  }

  private int afterClass(int start) {
    var at = expression.startsWith("^", start) ? start + 1 : start;
    var first = at;
    while (at < expression.length() && (at == first || expression.charAt(at) != ']')) {
      at = expression.startsWith("[:", at) ? after(":]", at) : at + step(at);
    }
    return at + 1;
  }

  private int step(int at) {
    return expression.charAt(at) == '\\' ? 2 : 1;
  }
}
