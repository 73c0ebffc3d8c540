package dev.bellwether.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.DefinitionSchema;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.Yaml;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.function.Environment;
import dev.bellwether.function.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Keeps the guide to definitions, and their schema, as the code is.
class WorkflowDocsTest {
  private static final Path DOCS = Path.of(System.getProperty("bellwether.root")).resolve("docs");
  private static final Pattern EXAMPLE =
      Pattern.compile("```(json|yaml)\n(.*?)```", Pattern.DOTALL);
  private static final List<ActionSignature> ACTIONS =
      new Wiring(Environment.of(Map.of(), () -> Instant.EPOCH)).actions().signatures();

  @Test
  void the_schema_is_as_the_code_is() throws IOException {
    var file = DOCS.resolve("reference/workflow.schema.json");
    var schema = DefinitionSchema.of(ACTIONS);
    if (Boolean.getBoolean("refresh.docs")) {
      Files.writeString(file, schema.toPrettyString() + "\n");
    }

    assertEquals(
        Json.read(Json.write(schema)),
        Json.read(Files.readString(file)),
        "Stale. To make it anew: mvn test -pl functions,local/dynamodb-local,local"
            + " -Dtest=WorkflowDocsTest -Dsurefire.failIfNoSpecifiedTests=false"
            + " -Drefresh.docs=true");
  }

  @TestFactory
  Stream<DynamicTest> every_example_is_accepted() throws IOException {
    var pages =
        Files.readString(DOCS.resolve("workflows.md"))
            + Files.readString(DOCS.resolve("conditions.md"));
    var examples = EXAMPLE.matcher(pages).results().toList();
    assertTrue(examples.size() >= 11, "Few examples are found");
    return examples.stream()
        .map(example -> DynamicTest.dynamicTest(example.group(2), () -> isAccepted(example)));
  }

  private static void isAccepted(MatchResult example) {
    var written =
        example.group(1).equals("yaml") ? Yaml.read(example.group(2)) : Json.read(example.group(2));
    switch (new DefinitionReader(ACTIONS).read(completed(written))) {
      case Reading.Accepted<Workflow> accepted -> {}
      case Reading.Refused<Workflow>(var faults) -> assertEquals(List.of(), faults);
    }
  }

  /// An example of some keys is put into a definition that is good without them.
  private static JsonNode completed(JsonNode example) {
    if (example.has("name")) {
      return example;
    }
    var definition =
        (ObjectNode)
            Json.read(
                """
                {"name": "Any", "trigger": "pr_created",
                 "actions": [{"type": "add_labels", "parameters": {"labels": "a"}}]}\
                """);
    return definition.setAll((ObjectNode) example);
  }
}
