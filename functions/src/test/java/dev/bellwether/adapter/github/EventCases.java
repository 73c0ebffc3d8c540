package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The cases in `cases/webhooks`: what is read from which payload.
///
/// A payload gets the repository, sender and installation of [#COMMON] unless it has its own. Of
/// the triggers only the named ones are listed; facts that are not listed are not looked at, unless
/// the case says that it is `complete`.
final class EventCases {
  static final Instant RECEIVED = Instant.parse("2026-11-25T09:30:00Z");

  private static final JsonNode COMMON =
      Json.read(
          """
          {"repository": {"full_name": "octo/hello", "owner": {"login": "octo"}, "default_branch": "main"},
           "sender": {"login": "ada", "type": "User"},
           "installation": {"id": 77}}
          """);

  private EventCases() {}

  static List<JsonNode> all() {
    return Stream.of("pull-requests", "issues", "branches", "builds", "deployments", "others")
        .flatMap(EventCases::file)
        .toList();
  }

  static Event read(JsonNode c) {
    var payload = (ObjectNode) COMMON.deepCopy();
    payload.setAll((ObjectNode) c.get("payload"));
    var body = Json.write(payload).getBytes(StandardCharsets.UTF_8);
    return switch (new GitHubEvents().read(c.get("event").asText(), body, RECEIVED)) {
      case Reading.Known known -> known.event();
      case Reading other -> throw new AssertionError("Not known: " + other);
    };
  }

  private static Stream<JsonNode> file(String name) {
    var path = "/cases/webhooks/" + name + ".json";
    try (var in = EventCases.class.getResourceAsStream(path)) {
      var cases = Json.read(in.readAllBytes());
      return StreamSupport.stream(cases.spliterator(), false).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
