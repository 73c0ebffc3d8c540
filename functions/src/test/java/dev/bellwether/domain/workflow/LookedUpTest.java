package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LookedUpTest {
  @Test
  void what_no_event_carries_and_what_this_one_did_not_are_looked_up() {
    assertEquals(
        Set.of("approvals", "base_branch"),
        LookedUp.missing(naming("approvals", "base_branch", "title"), Facts.none()));
  }

  @Test
  void what_is_known_is_not() {
    var known = Facts.none().with("base_branch", "main").with("approvals", 2);

    assertEquals(Set.of(), LookedUp.missing(naming("approvals", "base_branch"), known));
  }

  @Test
  void what_conditions_go_into_is_looked_up() {
    var goingIn = naming("files.count", "approved_by.0", "labels.count");

    assertEquals(Set.of("files", "approved_by"), LookedUp.missing(goingIn, Facts.none()));
    assertEquals(
        Set.of("approved_by"), LookedUp.missing(goingIn, Facts.none().with("files", List.of())));
  }

  @Test
  void what_an_event_leaves_out_because_there_is_none_is_not() {
    var conditions =
        naming("milestone", "merged_by", "closed_at", "event.pull_request.body", "now");

    assertEquals(Set.of(), LookedUp.missing(conditions, Facts.none()));
  }

  private static Condition naming(String... facts) {
    return new Condition.All(Stream.of(facts).map(LookedUpTest::isX).toList());
  }

  private static Condition isX(String fact) {
    return new Condition.Leaf(fact, Operator.EQ, new Operand.Literal("x"));
  }
}
