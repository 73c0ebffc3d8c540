package dev.bellwether.benchmark;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the benchmarks do and do it with.
final class Matching {
  private static final Instant NOW = Instant.parse("2026-11-25T09:30:00Z");

  private Matching() {}

  /// Does what a webhook does where many workflows listen: finds the candidates and asks them.
  static List<Workflow> indexed(WorkflowIndex index, Event event) {
    return firing(index.candidates(event), event);
  }

  /// Asks all.
  static List<Workflow> firing(List<Workflow> workflows, Event event) {
    var firing = new ArrayList<Workflow>();
    for (var workflow : workflows) {
      var asked = workflow.asks(event);
      if (asked.isPresent() && asked.get().test(event.facts()) == Truth.TRUE) {
        firing.add(workflow);
      }
    }
    return firing;
  }

  static Workflow workflow(int number, TriggerType trigger, List<? extends Condition> conditions) {
    return Workflow.of(
        new WorkflowId("w-%06d".formatted(number)),
        "Workflow " + number,
        List.of(Trigger.of(trigger)),
        new All(List.copyOf(conditions)),
        new Plan(List.of(), List.of()));
  }

  static Event event(TriggerType trigger, int number, Map<String, @Nullable Object> facts) {
    return new Event(
        trigger.name(),
        Set.of(trigger),
        new Subject(SubjectKind.PR, "octo/hello", String.valueOf(number)),
        new Facts(facts).at(NOW),
        NOW);
  }

  static Leaf leaf(String fact, Operator operator, Object value) {
    return new Leaf(fact, operator, new Operand.Literal(value));
  }
}
