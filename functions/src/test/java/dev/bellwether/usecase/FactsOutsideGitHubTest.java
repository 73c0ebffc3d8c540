package dev.bellwether.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.escalation.Escalation;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.fact.DocumentedFact;
import dev.bellwether.domain.fact.FactGroup;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Observation;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.testing.Happened;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the facts of events that are not GitHub's against the documented ones.
class FactsOutsideGitHubTest {
  @Test
  void a_violation_adds_what_is_documented_to_the_facts_of_its_subject() {
    var clock =
        Observation.of(Happened.opened(EngineWorld.T0), Policies.STANDARD)
            .orElseThrow()
            .opened(Policies.STANDARD);
    var violation = clock.violation(Level.WARNING, EngineWorld.T0.plusSeconds(303));

    var facts = new Escalation(violation, List.of()).event().facts();

    assertEquals(
        names(FactGroup.SLA, FactGroup.VIOLATION), added(facts, clock.facts(), "repository"));
  }

  @Test
  void a_failed_workflow_adds_what_is_documented_to_the_facts_it_had() {
    var world = new EngineWorld(ScriptedAction.safe("act", call -> new Outcome.Done(Map.of())));
    var failing = EngineWorld.workflow("failing", ActionSpec.of("a", "gone", Map.of()));
    world.save(failing);
    var listening = EngineWorld.workflow("listening", ActionSpec.of("a", "act", Map.of()));
    world.save(
        Workflow.of(
            listening.id(),
            "Listening",
            List.of(Trigger.of(TriggerType.WORKFLOW_FAILED)),
            listening.conditions(),
            listening.plan()));

    world.opened(1);
    world.pass(Duration.ofHours(1));

    var before = world.of("failing").getFirst().facts();
    var after = world.of("listening").getFirst().facts();
    assertEquals(names(FactGroup.FAILURE), added(after, before));
  }

  @Test
  void a_running_build_has_the_duration_that_is_documented() {
    var clock =
        Observation.of(Happened.buildRequested(EngineWorld.T0), Policies.STANDARD)
            .orElseThrow()
            .opened(Policies.STANDARD);

    var facts = clock.factsAsOf(EngineWorld.T0.plusSeconds(700));

    assertEquals(Set.of("build_duration"), added(facts, clock.facts()));
    assertEquals(
        DocumentedFact.Type.SECONDS, FactGroup.BUILD.find("build_duration").orElseThrow().type());
  }

  @Test
  void an_agents_facts_are_the_fields_of_its_reports() {
    var fields = new TreeSet<String>();
    for (RecordComponent field : AgentActivity.class.getRecordComponents()) {
      fields.add(field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
    }
    fields.removeAll(Set.of("id", "received_at", "activity_data"));

    assertEquals(names(FactGroup.AGENT), fields);
  }

  private static Set<String> names(FactGroup... groups) {
    var names = new TreeSet<String>();
    Arrays.stream(groups)
        .flatMap(group -> group.facts().stream())
        .forEach(fact -> names.add(fact.name()));
    return names;
  }

  /// Lists what is new in facts, and of what is not, what is stated anew.
  private static Set<String> added(Facts after, Facts before, String... anew) {
    var names = new TreeSet<>(after.values().keySet());
    names.removeAll(before.values().keySet());
    Stream.of(anew).filter(after.values()::containsKey).forEach(names::add);
    return names;
  }
}
