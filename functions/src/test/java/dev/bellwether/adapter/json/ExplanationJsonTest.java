package dev.bellwether.adapter.json;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Explanation;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {
  @Test
  void an_explanation_of_any_condition_is_read_as_it_was_written() {
    forAll(
        1,
        2_000,
        random -> {
          var condition = RandomWorkflows.draw(random).conditions();
          return condition.explain(facts(condition.fields(), random));
        },
        explanation -> assertEquals(explanation, again(explanation)));
  }

  @Test
  void what_was_seen_is_cut_where_it_is_long_wide_or_deep() {
    var facts =
        Facts.none()
            .with("long", "x".repeat(1_000_000))
            .with("wide", Collections.nCopies(100_000, "x"))
            .with("deep", deep(10_000));
    var explained =
        new Condition.All(List.of(exists("long"), exists("wide"), exists("deep"))).explain(facts);

    assertTrue(Json.write(ExplanationJson.write(explained)).length() < 2_000);
    assertEquals(explained, again(explained));
    assertTrue(String.valueOf(explained.parts().getFirst().seen()).endsWith("…"));
  }

  private static Explanation again(Explanation explanation) {
    return ExplanationJson.read(Json.read(Json.write(ExplanationJson.write(explanation))));
  }

  private static Leaf exists(String fact) {
    return new Leaf(fact, Operator.EXISTS, new Operand.Literal(null));
  }

  private static Facts facts(Set<String> names, RandomGenerator random) {
    var facts = new HashMap<String, @Nullable Object>();
    names.stream().sorted().forEach(name -> facts.put(name, value(random, 2)));
    return new Facts(facts);
  }

  private static @Nullable Object value(RandomGenerator random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> null;
      case 1 -> random.nextInt(100);
      case 2 -> random.nextInt() / 8.0;
      case 3 -> random.nextBoolean();
      case 4 -> "main ✓ \"<&>\" " + random.nextInt(10);
      case 5 -> {
        var list = new ArrayList<@Nullable Object>();
        for (int i = random.nextInt(30); i > 0; i--) {
          list.add(value(random, depth - 1));
        }
        yield list;
      }
      default -> Map.of("login", "octo-dev", "id", random.nextInt(100));
    };
  }

  private static Map<String, Object> deep(int depth) {
    Map<String, Object> at = Map.of("x", "bottom");
    for (int i = 1; i < depth; i++) {
      at = Map.of("x", at);
    }
    return at;
  }
}
