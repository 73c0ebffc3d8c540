package dev.bellwether.domain.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Any;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Not;
import dev.bellwether.domain.condition.Condition.Operand;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Facts FACTS =
      new Facts(
          Map.of(
              "files_changed",
              12,
              "author",
              "octo-dev",
              "sender",
              "octo-dev",
              "event",
              Map.of("pull_request", Map.of("labels", List.of(Map.of("name", "bug"))))));

  @Test
  void an_empty_list_of_conditions_holds_and_an_empty_choice_does_not() {
    assertEquals(Truth.TRUE, new All(List.of()).explain(FACTS).truth());
    assertEquals(Truth.FALSE, new Any(List.of()).explain(FACTS).truth());
  }

  @Test
  void a_missing_fact_is_unknown_also_when_negated() {
    var missing = leaf("milestone", Operator.EQ, "v1");

    assertEquals(Truth.UNKNOWN, missing.explain(FACTS).truth());
    assertEquals(Truth.UNKNOWN, new Not(missing).explain(FACTS).truth());
    assertEquals(
        Truth.TRUE,
        new Any(List.of(missing, leaf("files_changed", Operator.LT, 50))).explain(FACTS).truth());
  }

  @Test
  void compares_with_another_fact() {
    var same = new Leaf("author", Operator.EQ, new Operand.FromField("sender"));
    var missing = new Leaf("author", Operator.EQ, new Operand.FromField("nobody"));

    assertEquals(Truth.TRUE, same.explain(FACTS).truth());
    assertEquals(Truth.UNKNOWN, missing.explain(FACTS).truth());
  }

  @Test
  void reaches_into_the_payload_by_path_and_index() {
    var bug = leaf("event.pull_request.labels.0.name", Operator.EQ, "bug");
    var beyond = leaf("event.pull_request.labels.7.name", Operator.EXISTS, "");

    assertEquals(Truth.TRUE, bug.explain(FACTS).truth());
    assertEquals(Truth.FALSE, beyond.explain(FACTS).truth());
  }

  @Test
  void explains_with_the_value_seen_and_names_the_first_obstacle() {
    var small = leaf("files_changed", Operator.LT, 10);
    var condition = new All(List.of(leaf("author", Operator.EXISTS, ""), small));

    var explanation = condition.explain(FACTS);

    assertEquals(Truth.FALSE, explanation.truth());
    var obstacle = explanation.firstObstacle().orElseThrow();
    assertEquals("files_changed", obstacle.field());
    assertEquals(12, obstacle.seen());
    assertEquals(10, obstacle.expected());
    assertTrue(new All(List.of()).explain(FACTS).firstObstacle().isEmpty());
  }

  private static Leaf leaf(String field, Operator operator, Object value) {
    return new Leaf(field, operator, new Operand.Literal(value));
  }
}
