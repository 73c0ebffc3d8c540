package dev.bellwether.domain.condition;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/// Regular expressions in RE2's syntax, which are matched in time linear in the text:
/// <https://github.com/google/re2/wiki/Syntax>.
///
/// The time is bounded: an expression has at most [#LONGEST] characters and [#LARGEST]
/// instructions, and one that would take more than [Effort#STEPS] for a text is unknown for it.
final class Patterns {
  static final int LONGEST = 1_000;
  static final int LARGEST = 5_000;

  private static final Compiled TOO_LARGE =
      new Compiled.Faulty("This regular expression repeats too much: make it simpler");

  private Patterns() {}

  /// What became of an expression.
  sealed interface Compiled {
    record Ready(Pattern pattern) implements Compiled {}

    record Faulty(String because) implements Compiled {}
  }

  /// Compiles an expression.
  static Compiled compile(String expression, int flags) {
    if (expression.length() > LONGEST) {
      return new Compiled.Faulty(
          "A regular expression has at most %d characters".formatted(LONGEST));
    }
    if (Repeats.exceed(LARGEST, expression)) {
      return TOO_LARGE;
    }
    try {
      var pattern = Pattern.compile(expression, flags);
      return pattern.programSize() > LARGEST ? TOO_LARGE : new Compiled.Ready(pattern);
    } catch (PatternSyntaxException faulty) {
      return new Compiled.Faulty(
          "No regular expression in RE2 syntax: %s '%s'"
              .formatted(faulty.getDescription(), faulty.getPattern()));
    }
  }

  /// Says what is wrong with an expression.
  static Optional<String> fault(String expression) {
    return compile(expression, 0) instanceof Compiled.Faulty(var because)
        ? Optional.of(because)
        : Optional.empty();
  }

  /// Finds the expression anywhere in a text.
  static Truth find(Pattern pattern, String text, Effort effort) {
    return effort.spend((long) pattern.programSize() * text.length())
        ? Truth.of(pattern.matcher(text).find())
        : Truth.UNKNOWN;
  }
}
