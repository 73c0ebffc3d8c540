package dev.bellwether.domain.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.fact.DocumentedFact.Source;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactGroupTest {
  @Test
  void a_name_is_flat_and_in_snake_case() {
    all().forEach(fact -> assertTrue(fact.name().matches("[a-z]+(_[a-z]+)*"), fact.name()));
  }

  @Test
  void a_meaning_is_one_line_that_a_table_can_hold() {
    all()
        .forEach(
            fact -> {
              assertFalse(fact.meaning().isBlank(), fact.name());
              assertFalse(fact.meaning().matches("(?s).*[|\n].*|.*\\."), fact.meaning());
            });
  }

  @Test
  void a_group_has_a_name_once() {
    for (var group : FactGroup.values()) {
      var names = new HashSet<String>();
      group.facts().forEach(fact -> assertTrue(names.add(fact.name()), group + " " + fact.name()));
    }
  }

  @Test
  void a_name_holds_the_same_type_wherever_it_is() {
    var types = new HashMap<String, DocumentedFact.Type>();
    all()
        .forEach(
            fact -> {
              var before = types.putIfAbsent(fact.name(), fact.type());
              assertTrue(before == null || before == fact.type(), fact.name());
            });
  }

  @Test
  void only_pull_requests_are_looked_up_on_github() {
    for (var group : FactGroup.values()) {
      var asks = group.facts().stream().anyMatch(DocumentedFact::isLookedUp);
      assertEquals(group == FactGroup.PULL_REQUEST, asks, group.name());
    }
  }

  @Test
  void a_fact_says_where_it_comes_from() {
    assertEquals(Source.LOOKUP, pullRequests("approvals").source());
    assertEquals(Source.EVENT_OR_LOOKUP, pullRequests("files_changed").source());
    assertEquals(Source.EVENT, pullRequests("title").source());
    assertFalse(pullRequests("title").isLookedUp());
  }

  @Test
  void whoever_asks_for_a_fact_of_no_group_is_told_so() {
    assertTrue(FactGroup.anyHas("build_duration"));
    assertFalse(FactGroup.anyHas("build_durations"));
    assertTrue(FactGroup.ISSUE.find("draft").isEmpty());
  }

  @Test
  void types_are_named_as_people_do() {
    assertEquals(
        List.of("text", "list of text", "number", "list of numbers", "boolean", "time", "seconds"),
        Arrays.stream(DocumentedFact.Type.values()).map(DocumentedFact.Type::inWords).toList());
  }

  private static DocumentedFact pullRequests(String name) {
    return FactGroup.PULL_REQUEST.find(name).orElseThrow();
  }

  private static Stream<DocumentedFact> all() {
    return Arrays.stream(FactGroup.values()).flatMap(group -> group.facts().stream());
  }
}
