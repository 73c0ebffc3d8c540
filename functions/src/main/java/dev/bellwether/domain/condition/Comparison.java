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

  /// Judges one text, within what may be spent on a whole list of them.
  @FunctionalInterface
  interface Judge {
    Truth of(String text, Effort effort);
  }

  /// Compares whatever the time is.
  static Comparison of(Function<Object, Truth> test) {
    return new Comparison((seen, facts) -> test.apply(seen));
  }

  /// Compares text, or a list of text by any of its members; anything else is unknown.
  static Comparison ofText(Predicate<String> holds) {
    return ofAny((text, effort) -> Truth.of(holds.test(text)));
  }

  /// Compares text, or a list of text by any of its members; anything else is unknown.
  static Comparison ofAny(Judge judge) {
    return of(
        seen ->
            switch (seen) {
              case String text -> judge.of(text, new Effort());
              case Collection<?> members -> any(members, judge);
              default -> Truth.UNKNOWN;
            });
  }

  /// Compares a list of text by all of its members, of which there is at least one.
  static Comparison ofAll(Judge judge) {
    return of(seen -> seen instanceof Collection<?> members ? all(members, judge) : Truth.UNKNOWN);
  }

  Comparison negated() {
    return new Comparison((seen, facts) -> test.apply(seen, facts).negate());
  }

  private static Truth any(Collection<?> members, Judge judge) {
    var effort = new Effort();
    var result = Truth.FALSE;
    for (var member : members) {
      result = result.or(each(member, judge, effort));
      if (result == Truth.TRUE) {
        return result;
      }
    }
    return result;
  }

  private static Truth all(Collection<?> members, Judge judge) {
    var effort = new Effort();
    var result = Truth.of(!members.isEmpty());
    for (var member : members) {
      result = result.and(each(member, judge, effort));
      if (result == Truth.FALSE) {
        return result;
      }
    }
    return result;
  }

  private static Truth each(Object member, Judge judge, Effort effort) {
    return member instanceof String text ? judge.of(text, effort) : Truth.FALSE;
  }
}
