package dev.bellwether.function.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Parameter;
import java.util.List;
import java.util.Locale;

/// Shows what action types there are and what each takes.
final class ActionTypeRoutes {
  private final List<ActionSignature> signatures;

  ActionTypeRoutes(List<ActionSignature> signatures) {
    this.signatures = signatures;
  }

  List<Route> routes() {
    return List.of(
        Route.of(
            "GET",
            "/v1/action-types",
            Needs.READ,
            (request, none) -> Page.of(signatures.stream().map(ActionTypeRoutes::json).toList())));
  }

  private static ObjectNode json(ActionSignature signature) {
    var json = Json.object();
    json.put("type", signature.type());
    json.put("description", signature.description());
    json.put("repeat", name(signature.repeat()));
    var parameters = json.putArray("parameters");
    signature.parameters().forEach(parameter -> parameters.add(json(parameter)));
    if (!signature.eitherOf().isEmpty()) {
      var eitherOf = json.putArray("either_of");
      signature.eitherOf().forEach(eitherOf::add);
    }
    return json;
  }

  private static ObjectNode json(Parameter parameter) {
    var json = Json.object();
    json.put("name", parameter.name());
    json.put("type", name(parameter.type()));
    json.put("required", parameter.need() == Parameter.Need.REQUIRED);
    if (!parameter.allowed().isEmpty()) {
      var allowed = json.putArray("allowed");
      parameter.allowed().forEach(allowed::add);
    }
    json.put("description", parameter.description());
    return json;
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
