package dev.bellwether.domain.condition;

import static dev.bellwether.domain.condition.Operator.Takes.DURATION;
import static dev.bellwether.domain.condition.Operator.Takes.GLOB_TEXT;
import static dev.bellwether.domain.condition.Operator.Takes.HOURS;
import static dev.bellwether.domain.condition.Operator.Takes.LIST;
import static dev.bellwether.domain.condition.Operator.Takes.NOTHING;
import static dev.bellwether.domain.condition.Operator.Takes.ORDERED;
import static dev.bellwether.domain.condition.Operator.Takes.RANGE;
import static dev.bellwether.domain.condition.Operator.Takes.REGEX;
import static dev.bellwether.domain.condition.Operator.Takes.SCALAR;
import static dev.bellwether.domain.condition.Operator.Takes.TEXT;
import static dev.bellwether.domain.condition.Operator.Takes.VALUE;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The comparisons a condition can make, by the names used in definitions. Those that begin with an
/// extra `i` ignore upper and lower case.
///
/// A missing fact gives [Truth#UNKNOWN], except where being missing is the question. Values of
/// different types are unknown too, not unequal; a number and a numeric string compare as numbers.
/// Where a fact is a list, comparisons of text hold when they hold for any of its members.
public enum Operator {
  EQ(
      VALUE,
      "is the same",
      "{\"field\": \"base_branch\", \"operator\": \"eq\", \"value\": \"main\"}"),
  NE(VALUE, "is another", "{\"field\": \"author\", \"operator\": \"ne\", \"value\": \"octocat\"}"),
  GT(
      ORDERED,
      "is greater, or later in the alphabet",
      "{\"field\": \"build_duration\", \"operator\": \"gt\", \"value\": 600}"),
  LT(
      ORDERED,
      "is less, or earlier in the alphabet",
      "{\"field\": \"files_changed\", \"operator\": \"lt\", \"value\": 50}"),
  GTE(
      ORDERED,
      "is greater or the same",
      "{\"field\": \"approvals\", \"operator\": \"gte\", \"value\": 2}"),
  LTE(
      ORDERED,
      "is less or the same",
      "{\"field\": \"commits\", \"operator\": \"lte\", \"value\": 1}"),
  BETWEEN(
      RANGE,
      "is within a range, ends included",
      "{\"field\": \"additions\", \"operator\": \"between\", \"value\": [10, 99]}"),
  IN(
      LIST,
      "is one of a list",
      "{\"field\": \"environment\", \"operator\": \"in\", \"value\": [\"staging\","
          + " \"production\"]}"),
  NOT_IN(
      LIST,
      "is none of a list",
      "{\"field\": \"author\", \"operator\": \"not_in\", \"value\": [\"dependabot[bot]\"]}"),
  CONTAINS(
      SCALAR,
      "has a part (text), or a member (list)",
      "{\"field\": \"labels\", \"operator\": \"contains\", \"value\": \"urgent\"}"),
  NOT_CONTAINS(
      SCALAR,
      "has no such part or member",
      "{\"field\": \"title\", \"operator\": \"not_contains\", \"value\": \"WIP\"}"),
  STARTS_WITH(
      TEXT,
      "begins with a text",
      "{\"field\": \"head_branch\", \"operator\": \"starts_with\", \"value\": \"hotfix/\"}"),
  ENDS_WITH(
      TEXT,
      "ends with a text",
      "{\"field\": \"author\", \"operator\": \"ends_with\", \"value\": \"[bot]\"}"),
  MATCHES(
      REGEX,
      "has a part that a regular expression in RE2 syntax matches",
      "{\"field\": \"title\", \"operator\": \"matches\", \"value\": \"^(feat|fix)(\\\\(.+\\\\))?:"
          + " \"}"),
  ALL_MATCH(
      REGEX,
      "is a list, not empty, each member of which a regular expression matches",
      "{\"field\": \"files\", \"operator\": \"all_match\", \"value\": \"\\\\.md$\"}"),
  GLOB(
      GLOB_TEXT,
      "is matched as a whole by a glob, or one of a list of globs",
      "{\"field\": \"files\", \"operator\": \"glob\", \"value\": \"src/**/*.java\"}"),
  ALL_GLOB(
      GLOB_TEXT,
      "is a list, not empty, each member of which a glob matches",
      "{\"field\": \"files\", \"operator\": \"all_glob\", \"value\": [\"docs/**\", \"*.md\"]}"),
  ANY_OF(
      LIST,
      "is a list that has any of these",
      "{\"field\": \"labels\", \"operator\": \"any_of\", \"value\": [\"bug\", \"security\"]}"),
  ALL_OF(
      LIST,
      "is a list that has all of these",
      "{\"field\": \"checks_succeeded\", \"operator\": \"all_of\", \"value\": [\"build\","
          + " \"test\"]}"),
  NONE_OF(
      LIST,
      "is a list that has none of these",
      "{\"field\": \"labels\", \"operator\": \"none_of\", \"value\": [\"do not merge\"]}"),
  EXISTS(NOTHING, "is known", "{\"field\": \"milestone\", \"operator\": \"exists\"}"),
  NOT_EXISTS(NOTHING, "is not known", "{\"field\": \"milestone\", \"operator\": \"not_exists\"}"),
  EMPTY(
      NOTHING,
      "is text, a list or an object with nothing in it",
      "{\"field\": \"assignees\", \"operator\": \"empty\"}"),
  NOT_EMPTY(
      NOTHING,
      "is text, a list or an object with something in it",
      "{\"field\": \"reviewers\", \"operator\": \"not_empty\"}"),
  OLDER_THAN(
      DURATION,
      "is a time longer ago than this",
      "{\"field\": \"updated_at\", \"operator\": \"older_than\", \"value\": \"30d\"}"),
  NEWER_THAN(
      DURATION,
      "is a time not as long ago as this",
      "{\"field\": \"created_at\", \"operator\": \"newer_than\", \"value\": \"4h30m\"}"),
  WITHIN_SCHEDULE(
      HOURS,
      "is a time within these hours of the week",
      "{\"field\": \"now\", \"operator\": \"within_schedule\", \"value\": \"Mon-Fri 09:00-17:00"
          + " Europe/Paris\"}"),
  IEQ(EQ),
  INE(NE),
  IIN(IN),
  INOT_IN(NOT_IN),
  ICONTAINS(CONTAINS),
  INOT_CONTAINS(NOT_CONTAINS),
  ISTARTS_WITH(STARTS_WITH),
  IENDS_WITH(ENDS_WITH),
  IMATCHES(MATCHES),
  IGLOB(GLOB),
  IANY_OF(ANY_OF),
  IALL_OF(ALL_OF),
  INONE_OF(NONE_OF);

  private static final Map<String, Operator> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(Operator::wireName, Function.identity()));

  private final Takes takes;
  private final String description;
  private final String example;
  private final Optional<Operator> sensitive;

  Operator(Takes takes, String description, String example) {
    this.takes = takes;
    this.description = description;
    this.example = example;
    this.sensitive = Optional.empty();
  }

  Operator(Operator sensitive) {
    this.takes = sensitive.takes;
    this.description = sensitive.description + ", whatever the case";
    this.example =
        sensitive.example.replace(
            "\"" + sensitive.wireName() + "\"", "\"i" + sensitive.wireName() + "\"");
    this.sensitive = Optional.of(sensitive);
  }

  /// What an operator compares with.
  public enum Takes {
    NOTHING("nothing"),
    VALUE("anything"),
    SCALAR("text, a number, true or false"),
    ORDERED("a number or text"),
    RANGE("a list of two, the least and the greatest: [10, 20]"),
    LIST("a list that is not empty: [\"a\", \"b\"]"),
    TEXT("text"),
    REGEX("a regular expression in RE2 syntax: \"^fix\""),
    GLOB_TEXT("a glob, or a list of globs: \"src/**/*.java\""),
    DURATION("a duration: \"2d\", \"4h30m\", \"90s\""),
    HOURS("hours of the week and a time zone: \"Mon-Fri 09:00-17:00 Europe/Paris\"");

    private final String words;

    Takes(String words) {
      this.words = words;
    }

    /// Says it to people.
    public String inWords() {
      return words;
    }
  }

  /// Finds an operator by its name in definitions, such as `not_in`.
  public static Optional<Operator> named(String wireName) {
    return Optional.ofNullable(BY_NAME.get(wireName));
  }

  /// Names this operator as definitions do.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Says what it asks of a fact, one line, as an end to "the fact …".
  public String description() {
    return description;
  }

  /// Gives a condition that uses it, as definitions have it.
  public String example() {
    return example;
  }

  /// Tells what it compares with.
  public Takes takes() {
    return takes;
  }

  /// Tells whether it compares with a value; `exists`, `empty` and their opposites do not.
  public boolean takesValue() {
    return takes != NOTHING;
  }

  /// Tells whether the value may be another fact's: patterns, durations and hours are written out,
  /// so that they are checked when a workflow is saved.
  public boolean takesFact() {
    return switch (takes) {
      case VALUE, SCALAR, ORDERED, RANGE, LIST, TEXT -> true;
      case NOTHING, REGEX, GLOB_TEXT, DURATION, HOURS -> false;
    };
  }

  /// Finds the operator that this one is, but for the case.
  Optional<Operator> sensitive() {
    return sensitive;
  }

  /// Says what is wrong with a value to compare with.
  public Optional<String> fault(Object expected) {
    return Operands.fault(this, expected);
  }

  /// Makes a comparison of it, once for any number of facts.
  Comparison with(Object expected) {
    return Operands.comparison(this, expected);
  }
}
