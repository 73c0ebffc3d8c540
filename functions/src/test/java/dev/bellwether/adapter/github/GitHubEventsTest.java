package dev.bellwether.adapter.github;

import static dev.bellwether.adapter.github.EventCases.RECEIVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GitHubEventsTest {
  @TestFactory
  Stream<DynamicTest> reads_as_the_cases_say() {
    return EventCases.all().stream()
        .map(c -> DynamicTest.dynamicTest(c.get("case").asText(), () -> holds(c)));
  }

  private static void holds(JsonNode c) {
    var event = EventCases.read(c);

    assertEquals(words(c.get("triggers").asText()), named(event));
    assertEquals(c.get("subject").asText(), event.subject().text());
    assertEquals(c.path("repository").asText("octo/hello"), event.subject().repository());
    assertEquals(
        c.has("at") ? Instant.parse(c.get("at").asText()) : event.occurredAt(), event.occurredAt());
    var facts = new LinkedHashMap<>(event.facts().values());
    facts.remove("event");
    var seen = Json.read(Json.write(facts));
    if (c.path("complete").asBoolean()) {
      assertEquals(c.get("facts"), seen);
    }
    c.get("facts")
        .properties()
        .forEach(fact -> assertEquals(fact.getValue(), seen.get(fact.getKey()), fact.getKey()));
    c.path("absent").forEach(name -> assertFalse(seen.has(name.asText()), name.asText()));
  }

  @Test
  void the_cases_raise_every_trigger_that_github_can() {
    var raised = new TreeSet<String>();
    EventCases.all().forEach(c -> raised.addAll(named(EventCases.read(c))));

    var known =
        Arrays.stream(NamedTrigger.values())
            .filter(NamedTrigger::isOfGitHub)
            .map(NamedTrigger::wireName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(known, raised);
  }

  @Test
  void every_event_also_counts_by_githubs_own_words() {
    var event = known("projects_v2_item", "{'action': 'Re-ordered', 'organization': {}}");

    assertEquals("projects_v2_item.Re-ordered", event.name());
    assertEquals(
        Set.of("github.projects_v2_item", "github.projects_v2_item.re-ordered"),
        event.triggers().stream().map(TriggerType::name).collect(Collectors.toSet()));
  }

  @Test
  void the_payload_is_reachable_by_path() {
    var event =
        known(
            "push", "{'repository': {'full_name': 'o/r'}, 'commits': [{'id': 'abc', 'x': null}]}");

    assertEquals("abc", event.facts().get("event.commits.0.id").orElseThrow());
    assertTrue(event.facts().get("event.commits.0.x").isEmpty());
  }

  @Test
  void the_time_of_arrival_stands_in_where_the_payload_has_none() {
    var event = known("star", "{'repository': {'full_name': 'o/r'}}");

    assertEquals(RECEIVED, event.occurredAt());
  }

  @Test
  void a_payload_of_no_repository_organization_or_installation_is_unknown() {
    assertEquals(
        new Reading.Unknown("sponsorship.created"),
        read("sponsorship", "{'action': 'created', 'sender': {'login': 'ada'}}"));
    assertEquals(new Reading.Unknown("made_up"), read("made_up", "{}"));
  }

  @Test
  void what_is_no_json_object_is_malformed() {
    for (var text : Set.of("", "[]", "null", "'text'", "{", "{} {}", "{'a': 1, 'a': 2}", "NaN")) {
      assertInstanceOf(Reading.Malformed.class, read("push", text), text);
    }
  }

  @Test
  void the_largest_push_that_github_tells_of_is_read_whole() {
    var commit = "{'added': ['src/main/java/org/example/File%d.java'], 'modified': ['pom.xml']}";
    var commits =
        IntStream.range(0, 2048).mapToObj(commit::formatted).collect(Collectors.joining(","));
    var filler = "x".repeat(20_000_000);

    var push =
        known(
            "push",
            "{'repository': {'full_name': 'o/r'}, 'ref': 'refs/heads/main', 'filler': '%s', 'commits': [%s]}"
                .formatted(filler, commits));

    assertEquals(2048, push.facts().get("commits").orElseThrow());
    assertEquals(2049, push.facts().texts("files").size());
  }

  @Test
  void a_payload_deeper_than_any_real_one_is_malformed_and_breaks_nothing() {
    var deep = "{'a':".repeat(100_000) + "1" + "}".repeat(100_000);

    assertInstanceOf(Reading.Malformed.class, read("push", deep));
  }

  @Test
  void what_is_malformed_is_not_quoted() {
    var malformed = (Reading.Malformed) read("push", "{'canary-5ecret' 'canary-5ecret'}");

    assertFalse(malformed.because().contains("canary"), malformed.because());
  }

  private static Event known(String event, String payload) {
    return ((Reading.Known) read(event, payload)).event();
  }

  private static Reading read(String event, String payload) {
    var body = payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new GitHubEvents().read(event, body, RECEIVED);
  }

  private static Set<String> named(Event event) {
    return event.triggers().stream()
        .map(TriggerType::name)
        .filter(name -> !name.startsWith("github."))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> words(String text) {
    return Stream.of(text.split(" "))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
