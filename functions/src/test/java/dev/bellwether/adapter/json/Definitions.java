package dev.bellwether.adapter.json;

import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Parameter;
import dev.bellwether.domain.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Definitions to read, and what reads them.
final class Definitions {
  static final List<ActionSignature> SIGNATURES =
      List.of(
          signature("assign_reviewer", required("reviewer", Parameter.Type.TEXT, "a login")),
          signature("update_status", required("status", Parameter.Type.TEXT, "a label")),
          signature(
                  "tell",
                  optional("channels", Parameter.Type.TEXTS, "where to").oneOf("slack", "email"),
                  optional("urgent", Parameter.Type.BOOLEAN, "whether to wake people"),
                  optional("facts", Parameter.Type.OBJECT, "what to add"))
              .needingEitherOf("channels", "facts"),
          signature(
              "escalate_sla",
              required("level", Parameter.Type.INTEGER, "1 to 3"),
              optional("notification_channels", Parameter.Type.TEXTS, "where to")));

  static final DefinitionReader READER = new DefinitionReader(SIGNATURES);

  private static final String GOOD =
      """
      {"name": "Good", "trigger": "pr_created",
       "actions": [{"type": "assign_reviewer", "parameters": {"reviewer": "lead"}}]}\
      """;

  private Definitions() {}

  /// A definition with nothing wrong and nothing special.
  static ObjectNode good() {
    return (ObjectNode) Json.read(GOOD);
  }

  /// The same with some keys changed, those that are null taken away.
  static ObjectNode patched(JsonNode patch) {
    var definition = good();
    for (var change : patch.properties()) {
      if (change.getValue().isNull()) {
        definition.remove(change.getKey());
      } else {
        definition.set(change.getKey(), change.getValue());
      }
    }
    return definition;
  }

  /// The cases of a file, its heading left out.
  static Stream<JsonNode> cases(String name) {
    var file = resource("/cases/definitions/%s.json".formatted(name));
    return StreamSupport.stream(file.spliterator(), false).skip(1);
  }

  /// The definitions that are accepted as they are, forever.
  static List<JsonNode> seeds() {
    var file = resource("/cases/definitions/seed.json");
    return StreamSupport.stream(file.spliterator(), false).toList();
  }

  static Workflow accepted(JsonNode definition) {
    return switch (READER.read(definition)) {
      case Reading.Accepted<Workflow>(var workflow) -> workflow;
      case Reading.Refused<Workflow>(var faults) -> fail(faults.toString());
    };
  }

  static List<Fault> refused(JsonNode definition) {
    return switch (READER.read(definition)) {
      case Reading.Accepted<Workflow>(var workflow) -> fail("accepted: " + workflow);
      case Reading.Refused<Workflow>(var faults) -> faults;
    };
  }

  private static ActionSignature signature(String type, Parameter... parameters) {
    return new ActionSignature(type, "", Repeat.SAFE, List.of(parameters));
  }

  private static JsonNode resource(String name) {
    try (var in = Definitions.class.getResourceAsStream(name)) {
      return Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
