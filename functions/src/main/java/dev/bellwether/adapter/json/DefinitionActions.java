package dev.bellwether.adapter.json;

import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.RetryPolicy;
import dev.bellwether.domain.workflow.RetryPolicy.Jitter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the actions of a definition against what each type declares.
final class DefinitionActions {
  private static final int MOST = 50;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,63}");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Set<String> LATER = Set.of("if", "delay_seconds", "timeout_seconds");
  private static final Set<String> LATER_OF_RETRY =
      Set.of("total_timeout_seconds", "non_retryable");

  private final Map<String, ActionSignature> signatures;

  DefinitionActions(List<ActionSignature> signatures) {
    this.signatures =
        signatures.stream().collect(Collectors.toMap(ActionSignature::type, Function.identity()));
  }

  /// Reads a list of 1 to 50 actions; faulty ones are left out.
  List<ActionSpec> read(Draft draft) {
    draft.require("actions", "a list of what to do, such as [{\"type\": \"add_labels\", …}]");
    var written = draft.list("actions").size();
    if (draft.has("actions") && (written < 1 || written > MOST)) {
      draft.fault("actions must be a list of 1 to %d".formatted(MOST), "actions");
    }
    var actions = new ArrayList<ActionSpec>();
    var ids = new HashSet<String>();
    var number = 1;
    for (var action : draft.objects("actions")) {
      action(action, "step-" + number++, ids).ifPresent(actions::add);
    }
    return actions;
  }

  private Optional<ActionSpec> action(Draft draft, String standardId, Set<String> ids) {
    if (draft.has("parallel")) {
      draft.fault("parallel is not supported by this version: list the actions", "parallel");
      return Optional.empty();
    }
    var id = id(draft, standardId, ids);
    draft.require("type", "the action's name, such as add_labels");
    var type = draft.named("type", signatures.keySet());
    var parameters = draft.map("parameters");
    if (parameters.isPresent() || !draft.has("parameters")) {
      type.map(signatures::get)
          .map(signature -> signature.faults(parameters.orElse(Map.of())))
          .ifPresent(faults -> faults.forEach((name, f) -> draft.fault(f, "parameters", name)));
    }
    var retry = retry(draft);
    var onError = draft.constant("on_error", OnError.class).orElse(OnError.FAIL);
    draft.refuseOthers(LATER);
    return type.map(
        known ->
            ActionSpec.of(id, known, parameters.orElse(Map.of())).retrying(retry).onError(onError));
  }

  private static String id(Draft draft, String standard, Set<String> ids) {
    var id = draft.text("id", 63).orElse(standard);
    if (!ID.matcher(id).matches()) {
      draft.fault("An action's id has letters, digits, '_' and '-' only", "id");
    }
    if (!ids.add(id)) {
      draft.fault("Another action has the id '%s' already: choose another".formatted(id), "id");
    }
    return id;
  }

  private static RetryPolicy retry(Draft action) {
    var attempts = attempts(action, "retry_count");
    var retry = action.object("retry");
    if (retry.isEmpty()) {
      return policy(attempts, Optional.empty());
    }
    if (attempts.isPresent()) {
      action.fault("Write retry or retry_count, not both", "retry_count");
    }
    var written = retry.get();
    if (written.has("retry_count") && written.has("max_attempts")) {
      written.fault("Write max_attempts, of which retry_count is the old name", "retry_count");
    }
    var policy =
        policy(attempts(written, "max_attempts").or(() -> attempts(written, "retry_count")), retry);
    written.refuseOthers(LATER_OF_RETRY);
    return policy;
  }

  private static Optional<Integer> attempts(Draft draft, String key) {
    return draft.integer(key, 1, 20);
  }

  private static RetryPolicy policy(Optional<Integer> attempts, Optional<Draft> retry) {
    var standard = RetryPolicy.standard();
    return new RetryPolicy(
        attempts.orElse(standard.maxAttempts()),
        retry
            .flatMap(r -> r.seconds("initial_delay_seconds", Duration.ZERO, DAY))
            .orElse(standard.initialDelay()),
        retry.flatMap(r -> r.decimal("backoff", 1, 10)).orElse(standard.backoff()),
        retry
            .flatMap(r -> r.seconds("max_delay_seconds", Duration.ZERO, DAY))
            .orElse(standard.maxDelay()),
        retry.flatMap(r -> r.constant("jitter", Jitter.class)).orElse(standard.jitter()),
        null,
        Set.of());
  }
}
