package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a person asks a workflow to be run about.
public final class RunReader {
  private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,9}");

  private RunReader() {}

  /// What a person asks for.
  ///
  /// @param subject null where none is named
  public record Asked(@Nullable Subject subject, Facts facts, Map<String, Object> inputs) {}

  /// Reads `{"subject": "pr#42", "repository": "octo/hello", "inputs": {…}, "facts": {…}}`; all may
  /// be left out, and a subject goes with its repository.
  public static Reading<Asked> read(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var asked = Draft.of(document, "", faults).map(RunReader::asked);
    return asked.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(asked.get())
        : new Reading.Refused<>(faults);
  }

  private static Asked asked(Draft draft) {
    var subject = subject(draft);
    var facts = new LinkedHashMap<String, @Nullable Object>(draft.map("facts").orElse(Map.of()));
    if (facts.containsKey("event") || facts.containsKey(Facts.NOW)) {
      draft.fault("now and event are not for you to state: use inputs", "facts");
    }
    var inputs = draft.map("inputs").orElse(Map.of());
    draft.refuseOthers();
    return new Asked(subject.orElse(null), new Facts(facts), inputs);
  }

  private static Optional<Subject> subject(Draft draft) {
    var text = draft.text("subject", 250);
    var repository = draft.text("repository", 250);
    if (text.isPresent() != repository.isPresent()) {
      draft.fault(
          "subject and repository go together", text.isPresent() ? "repository" : "subject");
    }
    if (repository.filter(r -> !REPOSITORY.matcher(r).matches()).isPresent()) {
      draft.fault("repository is written owner/name", "repository");
    }
    return text.flatMap(t -> repository.flatMap(r -> parsed(draft, r, t)));
  }

  private static Optional<Subject> parsed(Draft draft, String repository, String text) {
    try {
      var subject = Subject.parse(repository, text);
      var isNumbered = subject.kind() == SubjectKind.PR || subject.kind() == SubjectKind.ISSUE;
      if (!subject.key().isEmpty() && (!isNumbered || NUMBER.matcher(subject.key()).matches())) {
        return Optional.of(subject);
      }
    } catch (IllegalArgumentException noSubject) {
      // said below
    }
    draft.fault("subject is written kind#key, such as pr#42 or issue#7", "subject");
    return Optional.empty();
  }
}
