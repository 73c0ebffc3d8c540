package dev.bellwether.domain.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.domain.condition.Condition.Operand;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OperatorTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> compares_as_the_cases_say() throws IOException {
    return cases().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.toString(), () -> assertEquals(Truth.valueOf(c.get(3).asText()), judged(c))));
  }

  @Test
  void the_cases_know_every_operator_with_a_value_and_without() throws IOException {
    var seen = new HashSet<String>();
    var missing = new HashSet<String>();
    for (var c : cases()) {
      (c.get(1).isNull() ? missing : seen).add(c.get(0).asText());
    }

    var all = Arrays.stream(Operator.values()).map(Operator::wireName).toList();
    assertEquals(new HashSet<>(all), seen);
    assertEquals(new HashSet<>(all), missing);
  }

  /// Judges a fact as a definition would have it, on a Wednesday morning.
  private static Truth judged(JsonNode c) {
    var operator = Operator.named(c.get(0).asText()).orElseThrow();
    var facts = Facts.none().with("fact", value(c.get(1))).with("now", "2026-11-25T09:30:00Z");
    var leaf = new Condition.Leaf("fact", operator, new Operand.Literal(value(c.get(2))));
    assertEquals(leaf.test(facts), leaf.explain(facts).truth());
    return leaf.test(facts);
  }

  /// All rows but the first, which is the heading.
  private static List<JsonNode> cases() throws IOException {
    try (var in = OperatorTest.class.getResourceAsStream("/cases/conditions/operators.json")) {
      return StreamSupport.stream(JSON.readTree(in).spliterator(), false).skip(1).toList();
    }
  }

  private static @Nullable Object value(JsonNode node) {
    return JSON.convertValue(node, Object.class);
  }
}
