package dev.bellwether.adapter.json;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.Template;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads one action of a definition against what its type declares.
final class DefinitionAction {
  static final int LONGEST_ID = 63;
  static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,%d}".formatted(LONGEST_ID));
  static final Duration SHORTEST = Duration.ofSeconds(1);
  static final Duration LONGEST = Duration.ofDays(30);

  private final Map<String, ActionSignature> signatures;

  DefinitionAction(List<ActionSignature> signatures) {
    this.signatures =
        signatures.stream().collect(Collectors.toMap(ActionSignature::type, Function.identity()));
  }

  /// Reads an action.
  ///
  /// @param standardId what it is called when it does not say
  /// @return nothing when it is faulty
  Optional<ActionSpec> read(Draft draft, String standardId, DefinitionSteps steps) {
    if (draft.has("parallel")) {
      draft.fault("parallel stands only in the list of actions itself", "parallel");
      return Optional.empty();
    }
    var id = id(draft, standardId, steps);
    var type = type(draft);
    var parameters = parameters(draft, type, steps);
    var condition = condition(draft, steps);
    var delay = draft.seconds("delay_seconds", Duration.ZERO, LONGEST).orElse(Duration.ZERO);
    var timeout = draft.seconds("timeout_seconds", SHORTEST, LONGEST);
    var retry = DefinitionRetry.read(draft);
    var onError = draft.constant("on_error", OnError.class).orElse(OnError.FAIL);
    draft.refuseOthers();
    return type.map(
        known ->
            new ActionSpec(
                id,
                known.type(),
                parameters,
                condition.orElse(null),
                delay,
                timeout.orElse(null),
                retry,
                onError));
  }

  private static String id(Draft draft, String standard, DefinitionSteps steps) {
    var id = draft.text("id", LONGEST_ID).orElse(standard);
    if (!ID.matcher(id).matches()) {
      draft.fault("An action's id has letters, digits, '_' and '-' only", "id");
    }
    if (!steps.take(id)) {
      draft.fault("Another action has the id '%s' already: choose another".formatted(id), "id");
    }
    return id;
  }

  private Optional<ActionSignature> type(Draft draft) {
    draft.require("type", "the action's name, such as add_labels");
    return draft.named("type", signatures.keySet()).map(signatures::get);
  }

  private static Map<String, Object> parameters(
      Draft draft, Optional<ActionSignature> type, DefinitionSteps steps) {
    var written = draft.map("parameters");
    var parameters = written.orElse(Map.of());
    if (written.isPresent() || !draft.has("parameters")) {
      type.map(signature -> signature.faults(parameters))
          .ifPresent(faults -> faults.forEach((name, f) -> draft.fault(f, "parameters", name)));
    }
    parameters.forEach(
        (name, value) -> steps.check(Template.namesIn(value), draft, "parameters", name));
    return parameters;
  }

  private static Optional<Condition> condition(Draft draft, DefinitionSteps steps) {
    var condition =
        draft.has("if")
            ? Optional.of(DefinitionConditions.read(draft, "if"))
            : Optional.<Condition>empty();
    draft.knows("if");
    condition.ifPresent(c -> steps.check(c.fields(), draft, "if"));
    return condition;
  }
}
