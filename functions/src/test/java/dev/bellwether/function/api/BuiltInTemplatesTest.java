package dev.bellwether.function.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.BlueprintFiller;
import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.domain.workflow.Blueprint;
import dev.bellwether.domain.workflow.Parameter.Need;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.function.Environment;
import dev.bellwether.function.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BuiltInTemplatesTest {
  private static final DefinitionReader READER =
      new DefinitionReader(
          new Wiring(Environment.of(Map.of(), () -> Instant.EPOCH)).actions().signatures());
  private static final BlueprintFiller FILLER = new BlueprintFiller(READER);

  @Test
  void every_file_there_is_is_listed_under_its_name() throws Exception {
    var folder = Path.of(BuiltInTemplates.class.getResource("/templates").toURI());

    try (var files = Files.list(folder)) {
      assertEquals(
          BuiltInTemplates.all().stream().map(t -> t.id() + ".json").sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> each_makes_a_workflow_with_the_actions_there_are() {
    return BuiltInTemplates.all().stream()
        .map(
            template ->
                DynamicTest.dynamicTest(
                    template.id(),
                    () -> assertInstanceOf(Reading.Accepted.class, filled(template, "some"))));
  }

  @Test
  void the_seeds_workflows_are_what_their_templates_make_by_themselves() throws IOException {
    var seeds = resource("/cases/definitions/seed.json");

    for (var i = 0; i < seeds.size(); i++) {
      assertEquals(
          READER.read(seeds.path(i)), FILLER.fill(BuiltInTemplates.all().get(i), Json.object()));
    }
  }

  @Test
  void what_a_template_needs_has_no_standard_and_says_so() {
    var demanding =
        BuiltInTemplates.all().stream()
            .flatMap(template -> template.blanks().stream())
            .filter(blank -> blank.parameter().need() == Need.REQUIRED)
            .toList();

    assertFalse(demanding.isEmpty());
    assertEquals(
        Set.of(), Set.copyOf(demanding.stream().filter(b -> b.standard() != null).toList()));
  }

  private static Reading<Workflow> filled(Blueprint template, String text) {
    var document = Json.object();
    var parameters = document.putObject("parameters");
    template.blanks().stream()
        .filter(blank -> blank.standard() == null)
        .forEach(blank -> parameters.put(blank.parameter().name(), text));
    return FILLER.fill(template, document);
  }

  private static JsonNode resource(String name) throws IOException {
    try (var in = BuiltInTemplatesTest.class.getResourceAsStream(name)) {
      return Json.read(in.readAllBytes());
    }
  }
}
