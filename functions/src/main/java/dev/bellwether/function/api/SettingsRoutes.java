package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Fault;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.Basis;
import dev.bellwether.usecase.port.SettingsStore;
import dev.bellwether.usecase.port.SettingsStore.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Shows a document of the settings as it was written, and takes another in its place, in JSON or
/// in YAML.
final class SettingsRoutes {
  private final SettingsStore settings;
  private final String path;
  private final String name;
  private final Function<JsonNode, Reading<?>> reader;

  /// Keeps a document of a name.
  ///
  /// @param reader says what is wrong with one
  SettingsRoutes(
      SettingsStore settings, String path, String name, Function<JsonNode, Reading<?>> reader) {
    this.settings = settings;
    this.path = path;
    this.name = name;
    this.reader = reader;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", path, Needs.READ, (request, none) -> show()),
        Route.of(
            "PUT",
            path,
            Needs.WRITE,
            (request, none) -> Document.inEither(request, document -> save(request, document))));
  }

  private APIGatewayV2HTTPResponse show() {
    return settings
        .find(name)
        .map(found -> answer(found.document(), found.revision()))
        .orElseGet(() -> answer("{}", 0));
  }

  private APIGatewayV2HTTPResponse save(ApiRequest request, JsonNode document) {
    if (reader.apply(document) instanceof Reading.Refused<?>(List<Fault> faults)) {
      return Answer.invalid("The document is not valid; nothing was saved", faults);
    }
    var basis = Version.basis(request, new Basis.Newest());
    if (basis.isEmpty()) {
      return WorkflowRoutes.badTag();
    }
    var newest = settings.find(name).map(Settings::revision).orElse(0L);
    var basedOn = basis.get() instanceof Basis.Version(var number) ? (long) number : newest;
    return settings.save(name, Json.write(document), basedOn)
        ? answer(Json.write(document), basedOn + 1)
        : Answer.problem(
            412,
            "Version conflict",
            "The newest version is %d: read it, and make the change again".formatted(newest));
  }

  private static APIGatewayV2HTTPResponse answer(String document, long revision) {
    var tag = Map.of("ETag", "\"%d\"".formatted(revision));
    return Answer.json(200, Json.read(document), tag);
  }
}
