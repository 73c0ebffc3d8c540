package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.domain.workflow.Blueprint.Blank;
import dev.bellwether.domain.workflow.Blueprint.Filling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BlueprintTest {
  private static final Blueprint BLUEPRINT =
      new Blueprint(
          "b",
          "B",
          "Does something.",
          List.of(
              new Blank(Parameter.required("reviewer", Parameter.Type.TEXT, "a login"), null),
              optional("limit", Parameter.Type.INTEGER, 50),
              optional("labels", Parameter.Type.TEXTS, List.of("a", "b")),
              optional("owner", Parameter.Type.TEXT, null)),
          Map.of(
              "name",
              "For ${reviewer}: under ${limit}, ${labels}, ${owner}!",
              "owner",
              "${owner}",
              "actions",
              List.of(
                  Map.of(
                      "limit",
                      "${limit}",
                      "labels",
                      "${labels}",
                      "all",
                      List.of("${owner}", "${reviewer}", "{{title}}"),
                      "on",
                      true))));

  @Test
  void a_text_that_is_a_blank_becomes_the_value_and_what_has_none_is_left_out() {
    assertEquals(
        Map.of(
            "name",
            "For mona: under 50, a, b, !",
            "actions",
            List.of(
                Map.of(
                    "limit",
                    50,
                    "labels",
                    List.of("a", "b"),
                    "all",
                    List.of("mona", "{{title}}"),
                    "on",
                    true))),
        filled(Map.of("reviewer", "mona")));
  }

  @Test
  void what_is_entered_counts_for_more_than_the_standard() {
    var filled = filled(Map.of("reviewer", "mona", "limit", 9, "labels", "c", "owner", "x"));

    assertEquals("For mona: under 9, c, x!", filled.get("name"));
    assertEquals("x", filled.get("owner"));
    assertEquals(
        List.of(9, List.of("c")),
        List.of(action(filled).get("limit"), action(filled).get("labels")));
  }

  @Test
  void what_is_entered_is_not_filled_in_again() {
    assertEquals(
        "For ${limit}$1\\: under 50, a, b, !",
        filled(Map.of("reviewer", "${limit}$1\\")).get("name"));
  }

  @Test
  void everything_wrong_with_what_is_entered_is_told_at_once() {
    var refused =
        assertInstanceOf(
            Filling.Refused.class, BLUEPRINT.fill(Map.of("limit", "many", "colour", "red")));

    assertEquals(Set.of("reviewer", "limit", "colour"), refused.faults().keySet());
  }

  @Test
  void the_blanks_declared_are_those_mentioned() {
    assertThrows(IllegalArgumentException.class, () -> with(List.of(), Map.of("a", "${x}")));
    assertThrows(
        IllegalArgumentException.class,
        () -> with(List.of(optional("x", Parameter.Type.TEXT, null)), Map.of("a", "x")));
  }

  private static Blueprint with(List<Blank> blanks, Map<String, Object> definition) {
    return new Blueprint("b", "B", "", blanks, definition);
  }

  private static Blank optional(String name, Parameter.Type type, @Nullable Object standard) {
    return new Blank(Parameter.optional(name, type, "some"), standard);
  }

  private static Map<String, Object> filled(Map<String, Object> entered) {
    return assertInstanceOf(Filling.Filled.class, BLUEPRINT.fill(entered)).definition();
  }

  private static Map<?, ?> action(Map<String, Object> definition) {
    return (Map<?, ?>) assertInstanceOf(List.class, definition.get("actions")).getFirst();
  }
}
