package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what is to be simulated: a workflow, saved or not, and what it is to be judged on.
public final class SimulationReader {
  private static final int MOST_DAYS = 90;
  private static final int MOST_DELIVERIES = 500;
  private static final int STANDARD_DELIVERIES = 100;
  private static final Pattern EVENT = Pattern.compile("[a-z0-9_]{1,64}");

  private final DefinitionReader definitions;

  /// Reads definitions by this.
  public SimulationReader(DefinitionReader definitions) {
    this.definitions = definitions;
  }

  /// What is to be judged.
  public sealed interface Which {
    /// A saved workflow.
    record Saved(WorkflowId id) implements Which {}

    /// One that is only written.
    record Written(Workflow workflow) implements Which {}
  }

  /// What it is to be judged on.
  public sealed interface On {
    /// A webhook as GitHub sends it.
    record Payload(String event, String body) implements On {}

    /// One that has come.
    record Delivered(String id) implements On {}

    /// Those of the last days.
    record Past(Duration back, int limit) implements On {}
  }

  /// A whole request.
  public record Asked(Which which, On on) {}

  /// Reads `definition` or `workflow_id`, and `event` (`{"name", "payload"}`), `delivery_id` or
  /// `days` with an optional `limit`.
  public Reading<Asked> read(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var asked = Draft.of(document, "", faults).flatMap(draft -> asked(draft, faults));
    return asked.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(asked.get())
        : new Reading.Refused<>(faults);
  }

  private Optional<Asked> asked(Draft draft, List<Fault> faults) {
    exactlyOne(draft, "definition", "workflow_id");
    exactlyOne(draft, "event", "delivery_id", "days");
    var which = which(draft, faults);
    var on = on(draft);
    draft.refuseOthers();
    return which.flatMap(w -> on.map(o -> new Asked(w, o)));
  }

  private Optional<Which> which(Draft draft, List<Fault> faults) {
    var id = draft.text("workflow_id", 63);
    if (id.filter(text -> !WorkflowId.isValid(text)).isPresent()) {
      draft.fault("workflow_id must be the id of one", "workflow_id");
      return Optional.empty();
    }
    return draft
        .value("definition")
        .flatMap(definition -> written(definition, faults))
        .or(() -> id.map(WorkflowId::new).map(Which.Saved::new));
  }

  private Optional<Which> written(JsonNode definition, List<Fault> faults) {
    return switch (definitions.read(definition)) {
      case Reading.Accepted<Workflow>(var workflow) -> Optional.of(new Which.Written(workflow));
      case Reading.Refused<Workflow>(var wrong) -> {
        wrong.forEach(f -> faults.add(new Fault("/definition" + f.pointer(), f.detail())));
        yield Optional.empty();
      }
    };
  }

  private static Optional<On> on(Draft draft) {
    var days = draft.integer("days", 1, MOST_DAYS).map(Duration::ofDays);
    var limit = draft.integer("limit", 1, MOST_DELIVERIES).orElse(STANDARD_DELIVERIES);
    var delivered = draft.text("delivery_id", 250).<On>map(On.Delivered::new);
    return draft
        .object("event")
        .flatMap(SimulationReader::payload)
        .or(() -> delivered)
        .or(() -> days.map(back -> new On.Past(back, limit)));
  }

  private static Optional<On> payload(Draft event) {
    var name = event.requiredText("name", 64, "GitHub's, such as pull_request");
    if (name.filter(n -> !EVENT.matcher(n).matches()).isPresent()) {
      event.fault("name is GitHub's without the action, such as pull_request", "name");
    }
    event.require("payload", "as GitHub sends it");
    var body = event.value("payload");
    event.refuseOthers();
    return name.flatMap(n -> body.map(b -> new On.Payload(n, Json.write(b))));
  }

  private static void exactlyOne(Draft draft, String... keys) {
    var given = List.of(keys).stream().filter(draft::has).toList();
    if (given.isEmpty()) {
      draft.fault("One is needed of " + String.join(", ", keys));
    }
    given.stream()
        .skip(1)
        .forEach(
            key -> draft.fault("Write %s or %s, not both".formatted(given.getFirst(), key), key));
  }
}
