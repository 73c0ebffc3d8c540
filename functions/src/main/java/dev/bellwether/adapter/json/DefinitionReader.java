package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.workflow.About;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the definition of a workflow that a person wrote.
///
/// Everything wrong with it is told at once, each at its JSON Pointer. What is not understood is
/// refused: a condition that silently did not count would be worse than no workflow.
/// [DefinitionSchema] describes the same format to editors, from the same bounds and names.
public final class DefinitionReader {
  static final int LONGEST_NAME = 200;
  static final int LONGEST_ID = 63;
  static final int LONGEST_DESCRIPTION = 2000;
  static final int MOST_TAGS = 20;
  static final int LONGEST_TAG = 50;

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
    draft.knows("$schema", "warnings");
    var name = draft.requiredText("name", LONGEST_NAME, "what people call the workflow");
    var id = id(draft, name);
    var version = draft.integer("version", 0, Integer.MAX_VALUE).orElse(0);
    var about = about(draft, name.orElse(""));
    var state = draft.constant("state", WorkflowState.class).orElse(WorkflowState.ACTIVE);
    var triggers = DefinitionTriggers.read(draft);
    var schedule = DefinitionSchedule.read(draft, triggers);
    var conditions = DefinitionConditions.read(draft, "conditions");
    new DefinitionSteps().check(conditions.fields(), draft, "conditions");
    var plan = actions.read(draft);
    var limits = DefinitionLimits.read(draft, plan);
    draft.refuseOthers();
    return id.map(
        known ->
            new Workflow(
                known,
                version,
                about,
                state,
                triggers,
                schedule.orElse(null),
                conditions,
                plan,
                limits));
  }

  private static Optional<WorkflowId> id(Draft draft, Optional<String> name) {
    var written = draft.text("id", LONGEST_ID);
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

  private static About about(Draft draft, String name) {
    return new About(
        name,
        description(draft),
        draft.texts("tags", MOST_TAGS, LONGEST_TAG),
        draft.text("owner", LONGEST_NAME).orElse(null));
  }

  /// Blank is fine here.
  private static String description(Draft draft) {
    var value = draft.value("description");
    return value.filter(JsonNode::isTextual).filter(v -> v.textValue().isBlank()).isPresent()
        ? ""
        : draft.text("description", LONGEST_DESCRIPTION).orElse("");
  }
}
