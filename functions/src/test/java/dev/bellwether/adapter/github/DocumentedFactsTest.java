package dev.bellwether.adapter.github;

import static dev.bellwether.domain.fact.FactGroup.ANY_GITHUB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.fact.DocumentedFact;
import dev.bellwether.domain.fact.DocumentedFact.Source;
import dev.bellwether.domain.fact.FactGroup;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.LookedUp;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.testing.Contracts;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the facts that GitHub's events are read into against the documented ones.
class DocumentedFactsTest {
  /// Those that no event of GitHub's has.
  private static final Set<FactGroup> OF_OTHERS =
      EnumSet.of(
          FactGroup.RESERVED,
          FactGroup.SLA,
          FactGroup.VIOLATION,
          FactGroup.AGENT,
          FactGroup.TASK,
          FactGroup.CONFLICT,
          FactGroup.FAILURE,
          FactGroup.WEBHOOK);

  @Test
  void every_fact_is_documented_for_its_kind_of_subject_and_of_the_type_it_says() {
    EventCases.all().stream().map(EventCases::read).forEach(DocumentedFactsTest::check);
  }

  @Test
  void so_is_every_fact_of_the_recorded_payloads() {
    for (var one : Contracts.json("webhook-examples.json")) {
      var body = Json.write(one.get("payload")).getBytes(StandardCharsets.UTF_8);
      var event = one.get("event").asText();
      if (new GitHubEvents().read(event, body, EventCases.RECEIVED) instanceof Reading.Known k) {
        check(k.event());
      }
    }
  }

  @Test
  void a_named_trigger_carries_only_what_is_documented_for_it() {
    for (var c : EventCases.all()) {
      var event = EventCases.read(c);
      for (var trigger : event.triggers()) {
        for (var fact : facts(event)) {
          assertTrue(
              trigger.named().isEmpty() || trigger.canCarry(fact),
              "%s: %s carries %s".formatted(c.get("case").asText(), trigger, fact));
        }
      }
    }
  }

  @Test
  void every_documented_fact_is_produced_unless_only_github_can_be_asked_for_it() {
    var produced = new EnumMap<FactGroup, Set<String>>(FactGroup.class);
    for (var c : EventCases.all()) {
      var event = EventCases.read(c);
      groups(event.subject().kind())
          .forEach(
              group -> produced.computeIfAbsent(group, g -> new TreeSet<>()).addAll(facts(event)));
    }

    assertEquals(EnumSet.complementOf(EnumSet.copyOf(OF_OTHERS)), produced.keySet());
    produced.forEach(
        (group, facts) ->
            group.facts().stream()
                .filter(fact -> fact.source() != Source.LOOKUP)
                .forEach(
                    fact ->
                        assertTrue(
                            facts.contains(fact.name()),
                            "Nothing produces %s of %s".formatted(fact.name(), group))));
  }

  @Test
  void whatever_is_said_to_be_looked_up_can_be() {
    var missing = new TreeSet<>(LookedUp.names());
    missing.removeAll(GitHubLookups.names());

    assertEquals(Set.of(), missing);
  }

  @Test
  void whatever_can_be_looked_up_is_a_documented_fact() {
    GitHubLookups.names().forEach(name -> assertTrue(FactGroup.PULL_REQUEST.has(name), name));
  }

  private static Set<String> facts(Event event) {
    var names = new TreeSet<>(event.facts().values().keySet());
    names.remove("event");
    return names;
  }

  private static void check(Event event) {
    for (var fact : event.facts().values().entrySet()) {
      if (!fact.getKey().equals("event") && fact.getValue() != null) {
        var documented =
            groups(event.subject().kind()).stream()
                .flatMap(group -> group.find(fact.getKey()).stream())
                .findFirst();
        assertTrue(
            documented.isPresent(), event.name() + " has the undocumented fact " + fact.getKey());
        assertTrue(
            fits(documented.get(), fact.getValue()),
            "%s is no %s: %s"
                .formatted(fact.getKey(), documented.get().type().inWords(), fact.getValue()));
      }
    }
  }

  private static boolean fits(DocumentedFact fact, Object value) {
    return switch (fact.type()) {
      case TEXT -> value instanceof String;
      case TEXTS -> value instanceof List<?> all && all.stream().allMatch(String.class::isInstance);
      case NUMBER, SECONDS -> value instanceof Number;
      case NUMBERS ->
          value instanceof List<?> all && all.stream().allMatch(Number.class::isInstance);
      case BOOLEAN -> value instanceof Boolean;
      case TIME -> value instanceof String text && Instant.parse(text).toString().equals(text);
    };
  }

  private static List<FactGroup> groups(SubjectKind kind) {
    var more =
        switch (kind) {
          case PR -> Stream.of(FactGroup.REVIEW, FactGroup.COMMENT, FactGroup.CHANGE);
          case ISSUE -> Stream.of(FactGroup.COMMENT, FactGroup.CHANGE);
          case BRANCH, RELEASE -> Stream.of(FactGroup.PUSH);
          default -> Stream.<FactGroup>empty();
        };
    return Stream.concat(Stream.of(kind.facts(), ANY_GITHUB), more).distinct().toList();
  }
}
