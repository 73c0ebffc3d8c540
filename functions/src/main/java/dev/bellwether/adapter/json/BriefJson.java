package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.agent.Brief;
import dev.bellwether.domain.agent.Brief.Trust;
import java.util.ArrayList;
import java.util.regex.Pattern;

/// Writes what tasks are about as JSON and reads it, also as people write it:
///
///     {"title": "Cache lookups", "text": "…", "repository": "octo/hello", "skills": ["java"],
///      "paths": ["src/cache"], "weight": 3, "trust": "untrusted"}
public final class BriefJson {
  private static final int MOST = 100;
  private static final int WORD = 100;
  private static final int REFERENCE = 250;
  private static final int TEXT = 20_000;
  private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");

  private BriefJson() {}

  static ObjectNode write(Brief brief) {
    var json = Json.object();
    json.put("title", brief.title());
    json.put("text", brief.text());
    json.put("trust", Fields.constant(brief.trust()));
    json.put("repository", brief.repository());
    if (brief.pullRequest() != null) {
      json.put("pr_number", brief.pullRequest());
    }
    Fields.putIfPresent(json, "branch_name", brief.branch());
    Fields.putTexts(json, "skills", brief.skills());
    Fields.putTexts(json, "paths", brief.paths());
    json.put("weight", brief.weight());
    return json;
  }

  static Brief read(JsonNode json) {
    return new Brief(
        Fields.text(json, "title"),
        Fields.text(json, "text"),
        Fields.constant(json, "trust", Trust.class),
        Fields.text(json, "repository"),
        json.has("pr_number") ? Integer.valueOf(Fields.integer(json, "pr_number")) : null,
        Fields.textOrNull(json, "branch_name"),
        Fields.textsOrNone(json, "skills"),
        Fields.textsOrNone(json, "paths"),
        Fields.integer(json, "weight"));
  }

  /// Reads what somebody sent; a text is trusted unless they say that it is not theirs.
  public static Reading<Brief> parse(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var brief = Draft.of(document, "", faults).map(BriefJson::brief);
    return brief.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(brief.get())
        : new Reading.Refused<>(faults);
  }

  private static Brief brief(Draft draft) {
    var title = draft.requiredText("title", REFERENCE, "what is to be done, in one line");
    var text = draft.text("text", TEXT).orElse("");
    var trust = draft.constant("trust", Trust.class).orElse(Trust.TRUSTED);
    var repository = draft.requiredText("repository", REFERENCE, "written owner/name").orElse("");
    if (!repository.isEmpty() && !REPOSITORY.matcher(repository).matches()) {
      draft.fault("repository is written owner/name", "repository");
    }
    var number = draft.integer("pr_number", 1, Integer.MAX_VALUE);
    var branch = draft.text("branch_name", REFERENCE);
    var skills = draft.texts("skills", MOST, WORD);
    var paths = draft.texts("paths", MOST, REFERENCE);
    var weight = draft.integer("weight", 1, Brief.MOST_WEIGHT).orElse(1);
    draft.refuseOthers();
    return new Brief(
        title.orElse(""),
        text,
        trust,
        repository,
        number.orElse(null),
        branch.orElse(null),
        skills,
        paths,
        weight);
  }
}
