package dev.bellwether.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.SimulatedStep;
import dev.bellwether.domain.workflow.Simulation;
import dev.bellwether.domain.workflow.Simulation.Verdict;
import dev.bellwether.domain.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What 51 public rule files of other engines want, said as workflows.
class RuleCasesTest {
  private static final List<ActionSignature> TYPES =
      new Wiring(Environment.of(Map.of(), () -> Instant.EPOCH)).actions().signatures();

  private static final List<RuleCase> RULES =
      Stream.of("mergify", "policy-bot", "auto-assign", "labeler", "stale")
          .flatMap(file -> RuleCase.in(file, new DefinitionReader(TYPES)))
          .toList();

  @Test
  void at_least_45_of_them_are_there_each_with_events_of_both_kinds() {
    var rules = RULES.stream().map(RuleCase::rule).collect(Collectors.toSet());

    assertTrue(rules.size() >= 45, () -> rules.size() + " rules");
    assertEquals(rules.size(), RULES.size());
    for (var rule : RULES) {
      assertTrue(rule.fires().findAny().isPresent(), () -> "fires none: " + rule.rule());
      assertTrue(rule.ignores().findAny().isPresent(), () -> "ignores none: " + rule.rule());
    }
  }

  @TestFactory
  Stream<DynamicTest> each_does_what_it_is_wanted_for() {
    return RULES.stream()
        .flatMap(rule -> rule.fires().map(event -> test(rule, event, () -> fires(rule, event))));
  }

  @TestFactory
  Stream<DynamicTest> each_leaves_alone_what_it_is_not_for() {
    return RULES.stream()
        .flatMap(
            rule -> rule.ignores().map(event -> test(rule, event, () -> ignores(rule, event))));
  }

  private static DynamicTest test(RuleCase rule, JsonNode event, Runnable holds) {
    var name = "%d: %s".formatted(rule.rule(), event.get("what").asText());
    return DynamicTest.dynamicTest(name, holds::run);
  }

  private static void fires(RuleCase rule, JsonNode happened) {
    var done = done(rule, happened);

    var types = new TreeMap<String, List<String>>();
    done.forEach(
        (name, steps) -> types.put(name, steps.stream().map(SimulatedStep::type).toList()));
    assertFalse(types.isEmpty());
    assertEquals(Json.map(happened.get("does")), types);
    for (var wanted : happened.path("with").properties()) {
      var steps = done.getOrDefault(wanted.getKey(), List.of());
      assertEquals(Json.plain(wanted.getValue()), steps.getFirst().parameters());
    }
  }

  private static void ignores(RuleCase rule, JsonNode happened) {
    assertEquals(Map.of(), done(rule, happened));
  }

  /// The steps that run, by the names of their workflows; of those only that have any.
  private static Map<String, List<SimulatedStep>> done(RuleCase rule, JsonNode happened) {
    var done = new TreeMap<String, List<SimulatedStep>>();
    for (var workflow : rule.workflows()) {
      var steps = steps(workflow, happened);
      if (!steps.isEmpty()) {
        done.put(workflow.name(), steps);
      }
    }
    return done;
  }

  private static List<SimulatedStep> steps(Workflow workflow, JsonNode happened) {
    var simulation = Simulation.of(workflow, RuleCase.event(happened), RuleCase.NOW, TYPES);
    assertTrue(
        simulation.verdict() != Verdict.DEPENDS_ON_LOOKUP,
        () -> "The case does not say what is looked up: " + simulation.lookedUp());
    return simulation.verdict() == Verdict.FIRES
        ? simulation.steps().stream().filter(step -> step.runs() == Truth.TRUE).toList()
        : List.of();
  }
}
