package dev.bellwether.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// What people may call a pull request who mean no good: markup, formulas, mentions, commands,
/// characters that hide or turn others, and length.
public final class Hostile {
  private static final int LONG = 10_000;

  private Hostile() {}

  /// Lists at least 150 of them, all different.
  public static List<String> strings() {
    try (var in = Hostile.class.getResourceAsStream("/hostile/strings.json")) {
      var listed =
          StreamSupport.stream(Json.read(in.readAllBytes()).spliterator(), false)
              .map(JsonNode::textValue);
      return Stream.concat(listed, Stream.of("A".repeat(LONG))).distinct().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException("The hostile strings cannot be read", broken);
    }
  }
}
