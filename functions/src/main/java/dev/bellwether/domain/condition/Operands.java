package dev.bellwether.domain.condition;

import com.google.re2j.Pattern;
import dev.bellwether.domain.condition.Comparison.Judge;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/// Checks what operators compare with, and makes comparisons of it.
final class Operands {
  private Operands() {}

  static Optional<String> fault(Operator operator, Object expected) {
    var takes = operator.takes();
    var fault =
        switch (takes) {
          case NOTHING -> Optional.of("");
          case VALUE -> Optional.<String>empty();
          case SCALAR -> unless(!(expected instanceof Collection || expected instanceof Map));
          case ORDERED -> unless(isOrdered(expected));
          case RANGE ->
              unless(
                  expected instanceof List<?> range
                      && range.size() == 2
                      && range.stream().allMatch(Operands::isOrdered));
          case LIST ->
              unless(
                  expected instanceof List<?> list
                      && !list.isEmpty()
                      && list.stream().allMatch(Objects::nonNull));
          case TEXT -> unless(expected instanceof String);
          case REGEX -> expected instanceof String text ? Patterns.fault(text) : Optional.of("");
          case GLOB_TEXT -> globFault(expected);
          case DURATION ->
              unless(expected instanceof String text && Durations.parse(text).isPresent());
          case HOURS ->
              unless(expected instanceof String text && WeeklyHours.parse(text).isPresent());
        };
    return fault.map(
        because ->
            because.isEmpty()
                ? "%s compares with %s".formatted(operator.wireName(), takes.inWords())
                : because);
  }

  static Comparison comparison(Operator operator, Object expected) {
    return operator
        .sensitive()
        .map(
            base ->
                base == Operator.MATCHES
                    ? regex(expected, Pattern.CASE_INSENSITIVE, Comparison::ofAny)
                    : folded(of(base, Fold.of(expected))))
        .orElseGet(() -> of(operator, expected));
  }

  private static Comparison of(Operator operator, Object expected) {
    return switch (operator) {
      case EQ -> Comparison.of(seen -> Equality.of(seen, expected));
      case NE -> Comparison.of(seen -> Equality.of(seen, expected).negate());
      case GT -> Comparison.of(seen -> ordered(seen, expected, c -> c > 0));
      case LT -> Comparison.of(seen -> ordered(seen, expected, c -> c < 0));
      case GTE -> Comparison.of(seen -> ordered(seen, expected, c -> c >= 0));
      case LTE -> Comparison.of(seen -> ordered(seen, expected, c -> c <= 0));
      case BETWEEN -> between(expected);
      case IN -> in(Wanted.of(expected));
      case NOT_IN -> in(Wanted.of(expected)).negated();
      case CONTAINS -> contains(expected);
      case NOT_CONTAINS -> contains(expected).negated();
      case STARTS_WITH -> text(expected, start -> seen -> seen.startsWith(start));
      case ENDS_WITH -> text(expected, end -> seen -> seen.endsWith(end));
      case MATCHES -> regex(expected, 0, Comparison::ofAny);
      case ALL_MATCH -> regex(expected, 0, Comparison::ofAll);
      case GLOB -> glob(expected, Comparison::ofAny);
      case ALL_GLOB -> glob(expected, Comparison::ofAll);
      case ANY_OF -> members(expected, Wanted::hasAnyOf);
      case ALL_OF -> members(expected, Wanted::areAllIn);
      case NONE_OF -> members(expected, Wanted::hasAnyOf).negated();
      case EMPTY -> Comparison.of(Operands::empty);
      case NOT_EMPTY -> Comparison.of(seen -> empty(seen).negate());
      case OLDER_THAN -> Moments.age(expected, (age, limit) -> age.compareTo(limit) > 0);
      case NEWER_THAN -> Moments.age(expected, (age, limit) -> age.compareTo(limit) < 0);
      case WITHIN_SCHEDULE -> Moments.within(expected);
      case EXISTS, NOT_EXISTS -> Comparison.UNKNOWN;
      case IEQ,
          INE,
          IIN,
          INOT_IN,
          ICONTAINS,
          INOT_CONTAINS,
          ISTARTS_WITH,
          IENDS_WITH,
          IMATCHES,
          IGLOB,
          IANY_OF,
          IALL_OF,
          INONE_OF ->
          throw new IllegalStateException(operator + " is compared by the one it is but for case");
    };
  }

  private static Comparison folded(Comparison comparison) {
    return new Comparison((seen, facts) -> comparison.test().apply(Fold.of(seen), facts));
  }

  private static Truth ordered(Object seen, Object expected, IntPredicate holds) {
    var numbers = Numbers.compare(seen, expected);
    if (numbers.isPresent()) {
      return Truth.of(holds.test(numbers.getAsInt()));
    }
    return seen instanceof String a && expected instanceof String b
        ? Truth.of(holds.test(a.compareTo(b)))
        : Truth.UNKNOWN;
  }

  private static Comparison between(Object expected) {
    if (!(expected instanceof List<?> range) || range.size() != 2) {
      return Comparison.UNKNOWN;
    }
    var least = range.get(0);
    var greatest = range.get(1);
    return least == null || greatest == null
        ? Comparison.UNKNOWN
        : Comparison.of(
            seen -> ordered(seen, least, c -> c >= 0).and(ordered(seen, greatest, c -> c <= 0)));
  }

  private static Comparison contains(Object expected) {
    return Comparison.of(
        seen ->
            switch (seen) {
              case Collection<?> members -> Equality.isAmong(members, expected);
              case String text when expected instanceof String part ->
                  Truth.of(text.contains(part));
              default -> Truth.UNKNOWN;
            });
  }

  private static Comparison text(Object expected, Function<String, Predicate<String>> test) {
    return expected instanceof String text
        ? Comparison.ofText(test.apply(text))
        : Comparison.UNKNOWN;
  }

  private static Comparison regex(Object expected, int flags, Function<Judge, Comparison> over) {
    return expected instanceof String text
            && Patterns.compile(text, flags) instanceof Patterns.Compiled.Ready(var pattern)
        ? over.apply((seen, effort) -> Patterns.find(pattern, seen, effort))
        : Comparison.UNKNOWN;
  }

  private static Comparison glob(Object expected, Function<Judge, Comparison> over) {
    var globs =
        list(expected).stream()
            .filter(String.class::isInstance)
            .flatMap(text -> Glob.of((String) text).stream())
            .toList();
    return over.apply((seen, effort) -> anyMatches(globs, seen, effort));
  }

  private static Truth anyMatches(List<Glob> globs, String seen, Effort effort) {
    var result = Truth.FALSE;
    for (var glob : globs) {
      result = result.or(glob.matches(seen, effort));
      if (result == Truth.TRUE) {
        return result;
      }
    }
    return result;
  }

  private static Optional<String> globFault(Object expected) {
    var globs = list(expected);
    return globs.isEmpty() || !globs.stream().allMatch(String.class::isInstance)
        ? Optional.of("")
        : globs.stream().flatMap(text -> Glob.fault((String) text).stream()).findFirst();
  }

  private static Comparison in(Wanted wanted) {
    return Comparison.of(seen -> Truth.of(wanted.has(seen)));
  }

  private static Comparison members(Object expected, BiPredicate<Wanted, Collection<?>> holds) {
    if (!(expected instanceof Collection)) {
      return Comparison.UNKNOWN;
    }
    var wanted = Wanted.of(expected);
    return Comparison.of(
        seen ->
            seen instanceof Collection<?> members
                ? Truth.of(holds.test(wanted, members))
                : Truth.UNKNOWN);
  }

  private static Truth empty(Object seen) {
    return switch (seen) {
      case String s -> Truth.of(s.isEmpty());
      case Collection<?> c -> Truth.of(c.isEmpty());
      case Map<?, ?> m -> Truth.of(m.isEmpty());
      default -> Truth.UNKNOWN;
    };
  }

  private static Collection<?> list(Object expected) {
    return expected instanceof Collection<?> c
        ? c.stream().filter(Objects::nonNull).toList()
        : List.of(expected);
  }

  private static boolean isOrdered(Object value) {
    return value instanceof Number || value instanceof String;
  }

  private static Optional<String> unless(boolean fits) {
    return fits ? Optional.empty() : Optional.of("");
  }
}
