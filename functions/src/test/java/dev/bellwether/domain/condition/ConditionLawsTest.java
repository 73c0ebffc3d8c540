package dev.bellwether.domain.condition;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Any;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Not;
import dev.bellwether.domain.condition.Condition.Operand;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds for every condition and all facts.
class ConditionLawsTest {
  private static final List<String> FIELDS = List.of("a", "b", "c", "labels", "event.deep.x", "no");
  private static final Duration BOUND = Duration.ofMillis(50);

  private record Drawn(Condition condition, Condition other, Facts facts) {}

  @Test
  void an_explanation_agrees_with_the_decision_and_judging_never_throws() {
    forAll(
        1,
        20_000,
        ConditionLawsTest::drawn,
        drawn ->
            assertEquals(
                drawn.condition().test(drawn.facts()),
                drawn.condition().explain(drawn.facts()).truth()));
  }

  @Test
  void not_twice_is_nothing_and_groups_obey_de_morgan() {
    forAll(
        2,
        10_000,
        ConditionLawsTest::drawn,
        drawn -> {
          var a = drawn.condition();
          var b = drawn.other();
          assertEquals(test(a, drawn), test(new Not(new Not(a)), drawn));
          assertEquals(
              test(new Not(new All(List.of(a, b))), drawn),
              test(new Any(List.of(new Not(a), new Not(b))), drawn));
          assertEquals(test(new All(List.of(a, b)), drawn), test(new All(List.of(b, a)), drawn));
        });
  }

  @Test
  void only_what_is_missing_or_mixed_makes_a_condition_unknown_of_true_and_false() {
    var yes = leaf("a", Operator.EQ, 1);
    var unknown = leaf("no", Operator.EQ, 1);
    var facts = Facts.none().with("a", 1);

    assertEquals(Truth.TRUE, new Any(List.of(unknown, yes)).test(facts));
    assertEquals(Truth.UNKNOWN, new All(List.of(unknown, yes)).test(facts));
    assertEquals(Truth.FALSE, new All(List.of(unknown, new Not(yes))).test(facts));
    assertEquals(Truth.UNKNOWN, new Not(unknown).test(facts));
  }

  @Test
  void hostile_expressions_and_texts_are_judged_in_time() {
    var texts = List.of("a".repeat(100_000), "a".repeat(5_000) + "!", "b".repeat(2_000_000), "");
    for (var expression : List.of("^(.*a){20}$", "(a*)*b", "(a|a)*c", "^(a+)+$", "(.*)(.*)(.*)x")) {
      var hostile = leaf("a", Operator.MATCHES, expression);
      hostile.test(Facts.none().with("a", "warm"));
      for (var text : texts) {
        var facts = Facts.none().with("a", text);
        isInTime(() -> hostile.test(facts), expression);
      }
    }
  }

  @Test
  void an_expression_that_would_take_too_long_for_a_text_is_unknown_for_it() {
    var condition = leaf("a", Operator.MATCHES, "^(.*a){20}$");

    assertEquals(Truth.TRUE, condition.test(Facts.none().with("a", "a".repeat(20))));
    assertEquals(Truth.UNKNOWN, condition.test(Facts.none().with("a", "a".repeat(1_000_000))));
  }

  @Test
  void a_list_of_texts_is_judged_in_no_more_time_than_one_text() {
    var facts = Facts.none().with("a", Collections.nCopies(10_000, "a".repeat(5_000)));
    var any = leaf("a", Operator.MATCHES, "^(.*a){20}b$");
    var all = leaf("a", Operator.ALL_GLOB, List.of("*a*a*b*", "*a*a*"));

    isInTime(() -> any.test(facts), "matches");
    isInTime(() -> all.test(facts), "all_glob");
    assertEquals(Truth.UNKNOWN, any.test(facts));
  }

  @Test
  void a_payload_ten_thousand_deep_is_judged_and_explained_in_time() {
    var facts = Facts.none().with("event", deep(10_000)).with("other", deep(10_000));
    var lists = Facts.none().with("event", deepList(10_000)).with("other", deepList(10_000));
    for (var operator : Operator.values()) {
      var path = "event" + ".x".repeat(9_000);
      var far = new Leaf(path, operator, new Operand.FromField("other"));
      var near = new Leaf("event", operator, new Operand.FromField("other"));
      isInTime(() -> far.explain(facts).toString(), operator.wireName());
      isInTime(() -> near.explain(facts).toString(), operator.wireName());
      isInTime(() -> near.explain(lists).toString(), operator.wireName());
    }
  }

  /// Counts the time that this thread is at work, whatever else the machine does; the best of
  /// three, so that compiling does not count.
  private static void isInTime(Supplier<Object> judging, String what) {
    var threads = ManagementFactory.getThreadMXBean();
    var best =
        LongStream.range(0, 3)
            .map(
                run -> {
                  var start = threads.getCurrentThreadCpuTime();
                  assertNotNull(judging.get());
                  return threads.getCurrentThreadCpuTime() - start;
                })
            .min()
            .orElseThrow();
    assertTrue(best < BOUND.toNanos(), () -> "%s took %d ns".formatted(what, best));
  }

  private static Truth test(Condition condition, Drawn drawn) {
    return condition.test(drawn.facts());
  }

  private static Drawn drawn(RandomGenerator random) {
    var facts = new HashMap<String, @Nullable Object>();
    FIELDS.stream().limit(4).forEach(name -> facts.put(name, value(random, 2)));
    facts.put("event", Map.of("deep", Map.of("x", String.valueOf(random.nextInt(3)))));
    facts.put("now", "2026-11-25T09:30:00Z");
    return new Drawn(condition(random, 3), condition(random, 2), new Facts(facts));
  }

  private static Condition condition(RandomGenerator random, int depth) {
    var kind = depth == 0 ? 3 : random.nextInt(6);
    return switch (kind) {
      case 0 -> new All(parts(random, depth));
      case 1 -> new Any(parts(random, depth));
      case 2 -> new Not(condition(random, depth - 1));
      default -> leaf(random);
    };
  }

  private static List<Condition> parts(RandomGenerator random, int depth) {
    var parts = new ArrayList<Condition>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.add(condition(random, depth - 1));
    }
    return parts;
  }

  private static Condition leaf(RandomGenerator random) {
    var operators = Operator.values();
    var operator = operators[random.nextInt(operators.length)];
    var field = FIELDS.get(random.nextInt(FIELDS.size()));
    return new Leaf(
        field,
        operator,
        random.nextInt(5) == 0
            ? new Operand.FromField(FIELDS.get(random.nextInt(FIELDS.size())))
            : new Operand.Literal(value(random, 1)));
  }

  private static @Nullable Object value(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 10)) {
      case 0 -> null;
      case 1 -> random.nextInt(5);
      case 2 -> random.nextInt(5) / 2.0;
      case 3 -> random.nextBoolean();
      case 4 -> List.of("x", "y", "main", "^m", "*").get(random.nextInt(5));
      case 5 -> String.valueOf(random.nextInt(5));
      case 6 -> "2026-11-2%dT09:30:00Z".formatted(random.nextInt(1, 9));
      case 7 -> List.of("2d", "Mon-Fri 09:00-17:00 UTC", "(", "[").get(random.nextInt(4));
      case 8 -> Map.of("k", String.valueOf(random.nextInt(3)));
      default -> {
        var list = new ArrayList<@Nullable Object>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
    };
  }

  private static Map<String, Object> deep(int depth) {
    Map<String, Object> at = Map.of("x", "bottom");
    for (int i = 1; i < depth; i++) {
      at = Map.of("x", at);
    }
    return at;
  }

  private static List<Object> deepList(int depth) {
    List<Object> at = List.of("bottom");
    for (int i = 1; i < depth; i++) {
      at = List.of(at);
    }
    return at;
  }

  private static Leaf leaf(String field, Operator operator, Object value) {
    return new Leaf(field, operator, new Operand.Literal(value));
  }
}
