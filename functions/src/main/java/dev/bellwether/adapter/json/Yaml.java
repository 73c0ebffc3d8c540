package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads YAML 1.2 as the tree that the same document is in JSON: its core schema, so `on` and `no`
/// are text; anchors and aliases, within bounds; one document.
///
/// Refused are duplicate keys, tags beyond the core schema, keys that are no scalars, and merge
/// keys (`<<`), which YAML 1.2 does not have. The parser is loaded by the first YAML document.
public final class Yaml {
  private Yaml() {}

  /// Reads a document.
  ///
  /// @throws Json.Malformed with the line and the column, when it is not one YAML document
  public static JsonNode read(byte[] bytes) {
    return read(new String(bytes, StandardCharsets.UTF_8));
  }

  /// Reads a document.
  ///
  /// @throws Json.Malformed with the line and the column, when it is not one YAML document
  public static JsonNode read(String text) {
    try {
      var events = new Parse(LoadSettings.builder().build()).parseString(text);
      return new YamlTree(events.iterator()).document();
    } catch (MarkedYamlEngineException broken) {
      throw YamlTree.malformed(broken.getProblem(), broken.getProblemMark());
    } catch (ReaderException strange) {
      var before = text.substring(0, text.offsetByCodePoints(0, strange.getPosition()));
      throw new Json.Malformed(
          "Not valid YAML: a character that may not be in it, at line %d, column %d"
              .formatted(before.lines().count(), before.length() - before.lastIndexOf('\n')));
    } catch (YamlEngineException other) {
      throw new Json.Malformed("Not valid YAML");
    }
  }
}
