package dev.bellwether.local.docs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Parameter;
import dev.bellwether.domain.workflow.Parameter.Need;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An action of each type, as a definition writes it: from `docs/action-examples.json`, or made up
/// of what the type needs where there is none.
final class ActionExamples {
  private static final JsonNode WRITTEN = written();

  private ActionExamples() {}

  static Map<String, Object> of(ActionSignature signature) {
    var example = new LinkedHashMap<String, Object>();
    example.put("type", signature.type());
    var written = WRITTEN.get(signature.type());
    example.put("parameters", written == null ? madeUp(signature) : Json.map(written));
    return example;
  }

  /// Lists the types that have an example of their own.
  static List<String> types() {
    return WRITTEN.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static Map<String, Object> madeUp(ActionSignature signature) {
    var parameters = new LinkedHashMap<String, Object>();
    for (var parameter : signature.parameters()) {
      var isNeeded =
          parameter.need() == Need.REQUIRED
              || signature.eitherOf().stream()
                  .findFirst()
                  .filter(parameter.name()::equals)
                  .isPresent();
      if (isNeeded) {
        parameters.put(parameter.name(), sample(parameter));
      }
    }
    return parameters;
  }

  private static Object sample(Parameter parameter) {
    var text = parameter.allowed().isEmpty() ? parameter.name() : parameter.allowed().getFirst();
    return switch (parameter.type()) {
      case TEXT -> text;
      case TEXTS -> List.of(text);
      case INTEGER -> parameter.allowed().isEmpty() ? 1 : Integer.parseInt(text);
      case BOOLEAN -> true;
      case OBJECT -> Map.of();
    };
  }

  private static JsonNode written() {
    try (var in = ActionExamples.class.getResourceAsStream("/docs/action-examples.json")) {
      return Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
