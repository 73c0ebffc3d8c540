package dev.bellwether.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Reads YAML into maps, lists and scalars, with CloudFormation's short tags in their long form:
/// `!Sub x` becomes `{"Fn::Sub": "x"}`.
///
/// It walks the nodes, because object mappers drop unknown tags in silence.
final class Yaml {
  private Yaml() {}

  static Map<String, Object> read(Path file) throws IOException {
    var settings =
        LoadSettings.builder()
            .setLabel(file.toString())
            .setAllowDuplicateKeys(false)
            .setSchema(new CoreSchema())
            .build();
    try {
      var root = new Compose(settings).composeString(Files.readString(file));
      if (root.isPresent() && root.get() instanceof MappingNode mapping) {
        return map(mapping);
      }
    } catch (YamlEngineException e) {
      throw new UnsupportedTemplateException(file.toString(), String.valueOf(e.getMessage()));
    }
    throw new UnsupportedTemplateException(file.toString(), "a template is a YAML mapping");
  }

  private static Object value(Node node) {
    var tag = node.getTag().getValue();
    if (!tag.startsWith("!") || tag.length() == 1) {
      return plain(node);
    }
    var name = tag.substring(1);
    var argument = node instanceof ScalarNode scalar ? scalar.getValue() : plain(node);
    return switch (name) {
      case "Ref", "Condition" -> Map.of(name, argument);
      default -> Map.of("Fn::" + name, argument);
    };
  }

  private static Object plain(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> sequence.getValue().stream().map(Yaml::value).toList();
      case MappingNode mapping -> map(mapping);
      default -> throw unsupported(node, "only mappings, lists and scalars belong in a template");
    };
  }

  private static Map<String, Object> map(MappingNode mapping) {
    var map = new LinkedHashMap<String, Object>();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw unsupported(entry.getKeyNode(), "a key is a plain word");
      }
      if (map.putIfAbsent(key.getValue(), value(entry.getValueNode())) != null) {
        throw unsupported(key, "the key %s appears twice".formatted(key.getValue()));
      }
    }
    return map;
  }

  private static Object scalar(ScalarNode scalar) {
    var tag = scalar.getTag().getValue();
    return switch (tag.substring(tag.lastIndexOf(':') + 1)) {
      case "int" -> Integer.valueOf(scalar.getValue());
      case "float" -> Double.valueOf(scalar.getValue());
      case "bool" -> Boolean.valueOf(scalar.getValue());
      case "null" -> throw unsupported(scalar, "the value is missing");
      default -> scalar.getValue();
    };
  }

  private static UnsupportedTemplateException unsupported(Node node, String why) {
    var where = node.getStartMark().map(mark -> "line " + (mark.getLine() + 1)).orElse("template");
    return new UnsupportedTemplateException(where, why);
  }
}
