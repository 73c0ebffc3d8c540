package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.PolicyReader;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.Basis;
import dev.bellwether.usecase.CachedPolicies;
import dev.bellwether.usecase.port.SettingsStore;
import dev.bellwether.usecase.port.SettingsStore.Settings;
import java.util.List;
import java.util.Map;

/// Shows what is promised and takes another document in its place, written in JSON or in YAML.
final class PolicyRoutes {
  private static final String PATH = "/v1/sla/policies";

  private final SettingsStore settings;
  private final PolicyReader reader;

  PolicyRoutes(SettingsStore settings, PolicyReader reader) {
    this.settings = settings;
    this.reader = reader;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", PATH, (request, none) -> show()),
        Route.of(
            "PUT",
            PATH,
            (request, none) -> Document.inEither(request, document -> save(request, document))));
  }

  private APIGatewayV2HTTPResponse show() {
    var found = settings.find(CachedPolicies.DOCUMENT);
    return answer(
        found.map(Settings::document).orElse("{}"), found.map(Settings::revision).orElse(0L));
  }

  private APIGatewayV2HTTPResponse save(ApiRequest request, JsonNode document) {
    if (reader.read(document) instanceof Reading.Refused<Policies>(var faults)) {
      return Answer.invalid("The policies are not valid; nothing was saved", faults);
    }
    var basis = Version.basis(request, new Basis.Newest());
    if (basis.isEmpty()) {
      return WorkflowRoutes.badTag();
    }
    var newest = settings.find(CachedPolicies.DOCUMENT).map(Settings::revision).orElse(0L);
    var basedOn = basis.get() instanceof Basis.Version(var number) ? (long) number : newest;
    return settings.save(CachedPolicies.DOCUMENT, Json.write(document), basedOn)
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
