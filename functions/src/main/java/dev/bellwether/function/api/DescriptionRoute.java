package dev.bellwether.function.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Yaml;
import dev.bellwether.function.Answer;
import dev.bellwether.function.Lazy;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Shows what the API takes and answers, by OpenAPI 3.1: the file `openapi.yaml`, as JSON.
final class DescriptionRoute {
  private static final Lazy<JsonNode> DESCRIPTION = new Lazy<>(DescriptionRoute::read);

  private DescriptionRoute() {}

  static Route route() {
    return Route.of(
        "GET",
        "/openapi.json",
        Needs.NOTHING,
        (request, none) -> Answer.json(200, DESCRIPTION.get()));
  }

  private static JsonNode read() {
    try (var in = DescriptionRoute.class.getResourceAsStream("/openapi.yaml")) {
      if (in == null) {
        throw new IllegalStateException("The function was built without openapi.yaml");
      }
      return Yaml.read(in.readAllBytes());
    } catch (IOException broken) {
      throw new UncheckedIOException("openapi.yaml cannot be read", broken);
    }
  }
}
