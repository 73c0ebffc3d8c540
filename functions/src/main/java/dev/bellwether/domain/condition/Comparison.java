package dev.bellwether.domain.condition;

import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/// An operator with what it compares to, made ready once: patterns compiled, texts folded.
///
/// @param test judges a value that is there; the facts are for operators that ask what time it is
record Comparison(BiFunction<Object, Facts, Truth> test) {
  /// Compares with nothing that can be known: a missing fact, a value of no use.
  static final Comparison UNKNOWN = new Comparison((seen, facts) -> Truth.UNKNOWN);

  /// Compares whatever the time is.
  static Comparison of(Function<Object, Truth> test) {
    return new Comparison((seen, facts) -> test.apply(seen));
  }

  /// Compares text, or a list of text by any of its members; anything else is unknown.
  static Comparison ofText(Predicate<String> holds) {
    return ofTruth(text -> Truth.of(holds.test(text)));
  }

  /// Compares text, or a list of text by any of its members; anything else is unknown.
  static Comparison ofTruth(Function<String, Truth> judge) {
    return of(
        seen ->
            switch (seen) {
              case String text -> judge.apply(text);
              case Collection<?> members -> any(members, judge);
              default -> Truth.UNKNOWN;
            });
  }

  /// Compares a list of text by all of its members, of which there is at least one.
  static Comparison ofAll(Function<String, Truth> judge) {
    return of(
        seen ->
            seen instanceof Collection<?> members && !members.isEmpty()
                ? members.stream().map(member -> each(member, judge)).reduce(Truth.TRUE, Truth::and)
                : seen instanceof Collection<?> ? Truth.FALSE : Truth.UNKNOWN);
  }

  Comparison negated() {
    return new Comparison((seen, facts) -> test.apply(seen, facts).negate());
  }

  private static Truth any(Collection<?> members, Function<String, Truth> judge) {
    var result = Truth.FALSE;
    for (var member : members) {
      result = result.or(each(member, judge));
      if (result == Truth.TRUE) {
        return result;
      }
    }
    return result;
  }

  private static Truth each(Object member, Function<String, Truth> judge) {
    return member instanceof String text ? judge.apply(text) : Truth.FALSE;
  }
}
