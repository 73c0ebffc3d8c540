package dev.bellwether.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.Yaml;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.port.EventReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A rule file of somebody's, as workflows of ours, with events that set some of them off and
/// events that set off none.
///
/// An event is a webhook, whose payload fills in [#PAYLOAD], with what GitHub would say when asked
/// under `looked_up`; or, for what a schedule finds, the `facts` of a `subject`.
record RuleCase(int rule, String file, List<Workflow> workflows, JsonNode json) {
  static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");

  private static final JsonNode PAYLOAD =
      Json.read(
          """
          {"repository": {"full_name": "octo/hello", "owner": {"login": "octo"}, "default_branch": "main"},
           "sender": {"login": "ada", "type": "User"}}
          """);

  private static final JsonNode PULL_REQUEST =
      Json.read(
          """
          {"number": 7, "title": "Fix", "state": "open", "draft": false, "user": {"login": "ada"},
           "labels": [], "assignees": [], "requested_reviewers": [], "requested_teams": [],
           "base": {"ref": "main", "repo": {"full_name": "octo/hello"}},
           "head": {"ref": "fix", "sha": "abc123", "repo": {"full_name": "octo/hello"}},
           "created_at": "2026-11-25T09:00:00Z", "updated_at": "2026-11-25T09:00:00Z"}
          """);

  /// Reads the cases of a file.
  static Stream<RuleCase> in(String name, DefinitionReader reader) {
    try (var in = RuleCase.class.getResourceAsStream("/cases/rules/" + name + ".json")) {
      return list(Json.read(in.readAllBytes())).map(json -> of(json, reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuleCase of(JsonNode json, DefinitionReader reader) {
    var workflows =
        Stream.concat(
                list(json.path("workflows")),
                list(json.path("yaml")).map(text -> Yaml.read(text.asText())))
            .map(definition -> accepted(reader, definition))
            .toList();
    return new RuleCase(json.get("rule").asInt(), json.get("file").asText(), workflows, json);
  }

  private static Workflow accepted(DefinitionReader reader, JsonNode definition) {
    return switch (reader.read(definition)) {
      case Reading.Accepted<Workflow>(var workflow) -> workflow;
      case Reading.Refused<Workflow>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  Stream<JsonNode> fires() {
    return list(json.get("fires"));
  }

  Stream<JsonNode> ignores() {
    return list(json.get("ignores"));
  }

  /// Makes the event of a case, knowing what would be looked up.
  static Event event(JsonNode happened) {
    return happened.has("subject") ? found(happened) : sent(happened);
  }

  private static Event found(JsonNode happened) {
    var subject = Subject.parse("octo/hello", happened.get("subject").asText());
    return new Event(
        "schedule", Set.of(TriggerType.SCHEDULE), subject, facts(happened, "facts"), NOW);
  }

  private static Event sent(JsonNode happened) {
    var payload = (ObjectNode) PAYLOAD.deepCopy();
    var event = happened.get("event").asText();
    if (event.startsWith("pull_request")) {
      payload.set("pull_request", PULL_REQUEST.deepCopy());
    }
    merge(payload, happened.get("payload"));
    var body = Json.write(payload).getBytes(StandardCharsets.UTF_8);
    return switch (new GitHubEvents().read(event, body, NOW)) {
      case EventReader.Reading.Known(var known) -> knowing(known, facts(happened, "looked_up"));
      case EventReader.Reading other -> throw new AssertionError("Not known: " + other);
    };
  }

  private static Event knowing(Event event, Facts more) {
    var facts = event.facts();
    for (var fact : more.values().entrySet()) {
      facts = facts.with(fact.getKey(), fact.getValue());
    }
    return new Event(
        event.name(), event.triggers(), event.subject(), facts, event.occurredAt(), event.origin());
  }

  private static Facts facts(JsonNode happened, String name) {
    return new Facts(Json.map(happened.path(name).isObject() ? happened.get(name) : Json.object()));
  }

  private static void merge(ObjectNode into, JsonNode more) {
    for (var field : more.properties()) {
      if (field.getValue().isObject() && into.path(field.getKey()) instanceof ObjectNode known) {
        merge(known, field.getValue());
      } else {
        into.set(field.getKey(), field.getValue());
      }
    }
  }

  private static Stream<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList().stream();
  }
}
