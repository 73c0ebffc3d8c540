package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.workflow.Blueprint;
import dev.bellwether.domain.workflow.Blueprint.Blank;
import dev.bellwether.domain.workflow.Escape;
import dev.bellwether.domain.workflow.Parameter;
import dev.bellwether.domain.workflow.Parameter.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads the workflow templates that ship with the product, and writes them for who chooses one.
public final class BlueprintJson {
  private BlueprintJson() {}

  /// Reads one of our own files.
  public static Blueprint read(JsonNode json) {
    var blanks = new ArrayList<Blank>();
    json.required("parameters").properties().forEach(p -> blanks.add(blank(p)));
    return new Blueprint(
        Fields.text(json, "id"),
        Fields.text(json, "name"),
        Fields.text(json, "description"),
        blanks,
        Fields.map(json, "definition"));
  }

  /// Writes what there is to know before choosing one: all but the definition.
  public static ObjectNode summary(Blueprint blueprint) {
    var json = Json.object();
    json.put("id", blueprint.id());
    json.put("name", blueprint.name());
    json.put("description", blueprint.description());
    var parameters = json.putObject("parameters");
    blueprint.blanks().forEach(blank -> parameters.set(blank.parameter().name(), write(blank)));
    return json;
  }

  /// Writes all of it.
  public static ObjectNode write(Blueprint blueprint) {
    var json = summary(blueprint);
    json.set("definition", Json.tree(blueprint.definition()));
    return json;
  }

  private static Blank blank(Map.Entry<String, JsonNode> parameter) {
    var json = parameter.getValue();
    var allowed =
        json.has("allowed") ? Fields.list(json, "allowed", JsonNode::asText) : List.<String>of();
    return new Blank(
        new Parameter(
            parameter.getKey(),
            Fields.constant(json, "type", Parameter.Type.class),
            json.path("required").booleanValue() ? Need.REQUIRED : Need.OPTIONAL,
            Escape.PLAIN,
            allowed,
            Fields.text(json, "description")),
        json.has("default") ? Json.plain(json.required("default")) : null);
  }

  private static ObjectNode write(Blank blank) {
    var parameter = blank.parameter();
    var json = Json.object();
    json.put("type", Fields.constant(parameter.type()));
    json.put("description", parameter.description());
    json.put("required", parameter.need() == Need.REQUIRED);
    if (!parameter.allowed().isEmpty()) {
      Fields.putTexts(json, "allowed", parameter.allowed());
    }
    var standard = blank.standard();
    if (standard != null) {
      json.set("default", Json.tree(standard));
    }
    return json;
  }
}
