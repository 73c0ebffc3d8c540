package dev.bellwether.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.fact.FactGroup;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.function.Environment;
import dev.bellwether.function.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keeps the reference pages as the code is.
class ReferencePagesTest {
  static final String HOW =
      "To make the pages anew: mvn test -pl functions,local/dynamodb-local,local"
          + " -Dtest=ReferencePagesTest -Dsurefire.failIfNoSpecifiedTests=false"
          + " -Drefresh.docs=true";

  private static final Path DOCS = Path.of(System.getProperty("bellwether.root")).resolve("docs");

  private static final List<ActionSignature> ACTIONS =
      new Wiring(Environment.of(Map.of(), () -> Instant.EPOCH)).actions().signatures();

  private static Map<String, String> pages() {
    return new TreeMap<>(
        Map.of(
            "facts.md", FactsPage.text(),
            "reference/triggers.md", TriggersPage.text(),
            "reference/operators.md", OperatorsPage.text(),
            "reference/actions.md", ActionsPage.text(ACTIONS)));
  }

  @TestFactory
  Stream<DynamicTest> is_as_the_code_is() {
    return pages().entrySet().stream()
        .map(page -> DynamicTest.dynamicTest(page.getKey(), () -> check(page)));
  }

  private static void check(Map.Entry<String, String> page) throws IOException {
    var file = DOCS.resolve(page.getKey());
    if (Boolean.getBoolean("refresh.docs")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, page.getValue());
    }
    var is = Files.exists(file) ? Files.readString(file) : "";
    assertEquals(page.getValue(), is, "docs/%s is stale. %s".formatted(page.getKey(), HOW));
  }

  @TestFactory
  Stream<DynamicTest> a_definition_may_hold_the_example_of() {
    return ACTIONS.stream()
        .map(action -> DynamicTest.dynamicTest(action.type(), () -> isAccepted(action)));
  }

  private static void isAccepted(ActionSignature action) {
    var definition =
        Map.of(
            "name", "Any", "trigger", "pr_created", "actions", List.of(ActionExamples.of(action)));
    var document = Json.read(Json.write(definition));

    assertInstanceOf(Reading.Accepted.class, new DefinitionReader(ACTIONS).read(document));
  }

  @ParameterizedTest
  @EnumSource
  void an_operators_example_is_of_a_documented_fact(Operator operator) {
    var field = Json.read(operator.example()).get("field").asText();

    assertTrue(FactGroup.anyHas(field), field);
  }

  @Test
  void there_is_no_example_of_what_does_not_exist() {
    var types = ACTIONS.stream().map(ActionSignature::type).toList();

    assertEquals(
        List.of(), ActionExamples.types().stream().filter(t -> !types.contains(t)).toList());
  }
}
