package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/// Reads scalars by YAML's core schema; a number becomes the node that JSON makes of it.
final class YamlScalar {
  private static final ScalarResolver CORE = new CoreScalarResolver(false);
  private static final int LONGEST_NUMBER = 100;

  private YamlScalar() {}

  static JsonNode read(ScalarEvent scalar) {
    var text = scalar.getValue();
    var tag = tag(scalar);
    if (tag.equals(Tag.STR)) {
      return TextNode.valueOf(text);
    }
    if (tag.equals(Tag.NULL)) {
      return NullNode.instance;
    }
    if (tag.equals(Tag.BOOL)) {
      return BooleanNode.valueOf(text.toLowerCase(Locale.ROOT).equals("true"));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return number(scalar, tag);
    }
    throw YamlTree.malformed("tags are not supported here", scalar);
  }

  private static Tag tag(ScalarEvent scalar) {
    return scalar
        .getTag()
        .map(name -> name.equals("!") ? Tag.STR : new Tag(name))
        .orElseGet(() -> scalar.isPlain() ? CORE.resolve(scalar.getValue(), true) : Tag.STR);
  }

  private static JsonNode number(ScalarEvent scalar, Tag tag) {
    var text = scalar.getValue();
    try {
      if (text.length() > LONGEST_NUMBER) {
        throw new NumberFormatException("Too long");
      }
      return Json.read(String.valueOf(tag.equals(Tag.INT) ? whole(text) : new BigDecimal(text)));
    } catch (NumberFormatException notOne) {
      throw YamlTree.malformed("not a number that JSON has", scalar);
    }
  }

  private static BigInteger whole(String text) {
    return switch (text.substring(0, Math.min(2, text.length()))) {
      case "0o" -> new BigInteger(text.substring(2), 8);
      case "0x" -> new BigInteger(text.substring(2), 16);
      default -> new BigInteger(text);
    };
  }
}
