package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.Trigger.OwnEvents;
import dev.bellwether.domain.workflow.TriggerFilter;
import dev.bellwether.domain.workflow.TriggerType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Reads what sets a workflow off: a name, an object that narrows it, or a list of these.
final class DefinitionTriggers {
  static final int MOST = 20;
  static final int MOST_NAMES = 100;
  static final int LONGEST_NAME = 200;
  static final String WITH_SOURCES = "webhook";

  private DefinitionTriggers() {}

  /// Reads the triggers, each once; faulty ones are left out.
  static List<Trigger> read(Draft definition) {
    definition.require("trigger", "what sets the workflow off, such as \"pr_created\"");
    var value = definition.value("trigger");
    if (value.isEmpty()) {
      return List.of();
    }
    if (!value.get().isArray()) {
      return trigger(definition, value.get(), "trigger").stream().toList();
    }
    var size = value.get().size();
    if (size < 1 || size > MOST) {
      definition.fault("trigger must be a list of 1 to %d".formatted(MOST), "trigger");
    }
    return IntStream.range(0, size)
        .mapToObj(i -> trigger(definition, value.get().path(i), "trigger", String.valueOf(i)))
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }

  private static Optional<Trigger> trigger(Draft definition, JsonNode value, String... at) {
    if (value.isTextual()) {
      return type(definition, value.textValue(), at).map(Trigger::of);
    }
    if (!value.isObject()) {
      definition.fault("A trigger is a name or an object: \"pr_created\"", at);
      return Optional.empty();
    }
    return definition.inside(value, at).flatMap(DefinitionTriggers::narrowed);
  }

  private static Optional<Trigger> narrowed(Draft draft) {
    var name = draft.requiredText("type", LONGEST_NAME, "the trigger's name, such as pr_created");
    var type = name.flatMap(n -> type(draft, n, "type"));
    var filter =
        new TriggerFilter(
            globs(draft, "repositories"),
            globs(draft, "branches"),
            globs(draft, "paths"),
            names(draft, "labels"),
            names(draft, "sources"));
    if (draft.has("sources") && type.filter(t -> !t.name().equals(WITH_SOURCES)).isPresent()) {
      draft.fault("Only trigger webhook has sources: leave them out", "sources");
    }
    var includesOwn = draft.truth("include_own").orElse(false);
    draft.refuseOthers();
    return type.map(
        known -> new Trigger(known, filter, includesOwn ? OwnEvents.INCLUDED : OwnEvents.IGNORED));
  }

  private static List<String> globs(Draft draft, String key) {
    var globs = names(draft, key);
    globs.stream()
        .flatMap(glob -> Operator.GLOB.fault(glob).stream())
        .forEach(fault -> draft.fault(fault, key));
    return globs;
  }

  private static List<String> names(Draft draft, String key) {
    return draft.texts(key, MOST_NAMES, LONGEST_NAME);
  }

  private static Optional<TriggerType> type(Draft draft, String name, String... at) {
    var type = TriggerType.parse(name);
    if (type.isEmpty()) {
      draft.fault(Nearest.unknown("trigger", name, TriggerType.KNOWN), at);
    }
    return type;
  }
}
