package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.workflow.About;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the definition of a workflow that a person wrote.
///
/// Everything wrong with it is told at once, each at its JSON Pointer. What is not understood is
/// refused, also keys of the full format that this version cannot carry out: a condition that
/// silently did not count would be worse than no workflow.
public final class DefinitionReader {
  private static final Duration LONGEST = Duration.ofDays(30);
  private static final Set<String> LATER =
      Set.of("tags", "owner", "on_failure", "concurrency", "cooldown_seconds");
  private static final Set<String> LATER_OF_SCHEDULE =
      Set.of("cron", "timezone", "rate", "overlap", "catch_up", "for_each", "repeat");
  private final DefinitionActions actions;

  /// Reads definitions whose actions are of these types.
  public DefinitionReader(List<ActionSignature> signatures) {
    this.actions = new DefinitionActions(signatures);
  }

  /// Reads a definition; the workflow's version is the one it names, 0 when it names none.
  public Reading<Workflow> read(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var workflow = Draft.of(document, "", faults).flatMap(this::workflow);
    return workflow.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(workflow.get())
        : new Reading.Refused<>(faults);
  }

  private Optional<Workflow> workflow(Draft draft) {
    var name = draft.requiredText("name", 200, "what people call the workflow");
    var id = id(draft, name);
    var version = draft.integer("version", 0, Integer.MAX_VALUE).orElse(0);
    var description = description(draft);
    var state = draft.constant("state", WorkflowState.class).orElse(WorkflowState.ACTIVE);
    var triggers = triggers(draft);
    var schedule = schedule(draft, triggers);
    var conditions = DefinitionConditions.read(draft, "conditions");
    var steps = actions.read(draft);
    var priority = draft.integer("priority", 1, 10).orElse(Limits.STANDARD_PRIORITY);
    var timeout =
        draft
            .seconds("timeout_seconds", Duration.ofSeconds(1), LONGEST)
            .orElse(Limits.STANDARD_TIMEOUT);
    draft.refuseOthers(LATER);
    return id.map(
        known ->
            new Workflow(
                known,
                version,
                new About(name.orElse(""), description, List.of(), null),
                state,
                triggers.stream()
                    .sorted(Comparator.comparing(TriggerType::name))
                    .map(Trigger::of)
                    .toList(),
                schedule.orElse(null),
                conditions,
                Plan.of(steps),
                new Limits(null, Duration.ZERO, priority, timeout)));
  }

  private static Optional<WorkflowId> id(Draft draft, Optional<String> name) {
    var written = draft.text("id", 63);
    if (draft.has("id")) {
      return written.flatMap(id -> slug(draft, id));
    }
    return name.flatMap(WorkflowId::fromName).or(() -> unnamed(draft, name));
  }

  private static Optional<WorkflowId> slug(Draft draft, String id) {
    if (WorkflowId.isValid(id)) {
      return Optional.of(new WorkflowId(id));
    }
    var instead = WorkflowId.fromName(id).map(slug -> ", such as '%s'".formatted(slug)).orElse("");
    draft.fault("id must be 1 to 63 lower-case letters, digits and inner hyphens" + instead, "id");
    return Optional.empty();
  }

  private static Optional<WorkflowId> unnamed(Draft draft, Optional<String> name) {
    if (name.isPresent()) {
      draft.fault("No id can be made of this name: write one, such as \"my-workflow\"", "id");
    }
    return Optional.empty();
  }

  /// Blank is fine here.
  private static String description(Draft draft) {
    var value = draft.value("description");
    return value.filter(JsonNode::isTextual).filter(v -> v.textValue().isBlank()).isPresent()
        ? ""
        : draft.text("description", 2000).orElse("");
  }

  private static Set<TriggerType> triggers(Draft draft) {
    draft.require("trigger", "what sets the workflow off, such as \"pr_created\"");
    var triggers = new HashSet<TriggerType>();
    var value = draft.value("trigger");
    if (value.isEmpty()) {
      return triggers;
    }
    if (value.get().isTextual()) {
      trigger(draft, value.get(), "trigger").ifPresent(triggers::add);
    } else if (value.get().isArray() && !value.get().isEmpty()) {
      for (int i = 0; i < value.get().size(); i++) {
        trigger(draft, value.get().path(i), "trigger", String.valueOf(i)).ifPresent(triggers::add);
      }
    } else {
      draft.fault("trigger must be a name, or a list of names: \"pr_created\"", "trigger");
    }
    return triggers;
  }

  private static Optional<TriggerType> trigger(Draft draft, JsonNode value, String... at) {
    var name = value.asText();
    var trigger = value.isTextual() ? TriggerType.parse(name) : Optional.<TriggerType>empty();
    if (trigger.isEmpty()) {
      draft.fault(Nearest.unknown("trigger", name, TriggerType.KNOWN), at);
    }
    return trigger;
  }

  private static Optional<Schedule> schedule(Draft draft, Set<TriggerType> triggers) {
    var isScheduled = triggers.contains(TriggerType.SCHEDULE);
    if (isScheduled) {
      draft.require("schedule", "trigger schedule needs one, such as {\"interval_minutes\": 5}");
    } else if (draft.has("schedule") && !triggers.isEmpty()) {
      draft.fault("Only trigger schedule has a schedule: leave it out", "schedule");
    }
    return draft.object("schedule").flatMap(DefinitionReader::interval);
  }

  private static Optional<Schedule> interval(Draft schedule) {
    var later = LATER_OF_SCHEDULE.stream().anyMatch(schedule::has);
    if (!later) {
      schedule.require("interval_minutes", "every how many minutes the workflow is due");
    }
    var minutes = schedule.integer("interval_minutes", 1, (int) LONGEST.toMinutes());
    schedule.refuseOthers(LATER_OF_SCHEDULE);
    return minutes.map(m -> Schedule.every(Duration.ofMinutes(m)));
  }
}
