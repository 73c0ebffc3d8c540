package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.Blueprint;
import dev.bellwether.domain.workflow.Blueprint.Filling;
import dev.bellwether.domain.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes workflows of templates: reads what somebody enters, `{"parameters": {…}}` and perhaps an
/// `id`, a `name` and a `state` for the workflow.
public final class BlueprintFiller {
  private static final List<String> OVER = List.of("id", "name", "state");

  private final DefinitionReader reader;

  /// Reads definitions by this.
  public BlueprintFiller(DefinitionReader reader) {
    this.reader = reader;
  }

  /// Fills a template in. What is wrong with a value is told at `/parameters/<name>`.
  public Reading<Workflow> fill(Blueprint blueprint, JsonNode document) {
    var faults = new ArrayList<Fault>();
    var definition = Draft.of(document, "", faults).flatMap(draft -> definition(blueprint, draft));
    if (definition.isEmpty() || !faults.isEmpty()) {
      return new Reading.Refused<>(faults);
    }
    return switch (reader.read(definition.get())) {
      case Reading.Accepted<Workflow> accepted -> accepted;
      case Reading.Refused<Workflow>(var found) ->
          new Reading.Refused<>(found.stream().map(f -> inDocument(f, blueprint)).toList());
    };
  }

  private static Optional<JsonNode> definition(Blueprint blueprint, Draft draft) {
    var over = new LinkedHashMap<String, JsonNode>();
    OVER.forEach(key -> draft.value(key).ifPresent(value -> over.put(key, value)));
    var entered = draft.map("parameters").orElse(Map.of());
    draft.refuseOthers();
    return switch (blueprint.fill(entered)) {
      case Filling.Refused(var faults) -> {
        faults.forEach((name, fault) -> draft.fault(fault, "parameters", name));
        yield Optional.empty();
      }
      case Filling.Filled(var filled) -> {
        var definition = (ObjectNode) Json.tree(filled);
        definition.setAll(over);
        yield Optional.of(definition);
      }
    };
  }

  /// Finds the parameter that a part of the definition was made of.
  private static Fault inDocument(Fault fault, Blueprint blueprint) {
    var part = Json.plain(Json.tree(blueprint.definition()).at(fault.pointer()));
    return Blueprint.blanksIn(part).stream()
        .sorted()
        .findFirst()
        .map(name -> new Fault("/parameters/" + name, fault.detail()))
        .orElse(fault);
  }
}
