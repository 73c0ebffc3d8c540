package dev.bellwether.local.contract.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.bellwether.local.contract.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Holds messages against the schema of Slack's messages: blocks, their keys and their limits.
public final class SlackContract {
  private static final Map<Path, JsonSchema> LOADED = new ConcurrentHashMap<>();

  private SlackContract() {}

  /// Lists what is wrong with a message for an incoming webhook; skips the test when the schema is
  /// not there.
  public static List<String> faults(JsonNode message) {
    var schema =
        LOADED.computeIfAbsent(Contracts.require("slack.schema.json"), SlackContract::load);
    return schema.validate(message).stream().map(ValidationMessage::getMessage).toList();
  }

  private static JsonSchema load(Path path) {
    try (var in = Files.newInputStream(path)) {
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}
