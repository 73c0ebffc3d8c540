package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.domain.isolation.Conflict.Side;
import dev.bellwether.domain.isolation.OpenBranch;
import java.util.Set;

/// Writes open branches and their conflicts as JSON and reads them.
public final class IsolationJson {
  private IsolationJson() {}

  /// Writes a branch.
  public static ObjectNode write(OpenBranch branch) {
    var json = Json.object();
    json.put("repository", branch.repository());
    json.put("branch_name", branch.name());
    json.put("agent_name", branch.agent());
    json.put("head_sha", branch.head());
    Fields.putTexts(json, "files", branch.files());
    json.put("pushed_at", branch.pushedAt().toString());
    json.put("revision", branch.revision());
    return json;
  }

  /// Reads a branch as [#write] wrote it.
  public static OpenBranch branch(JsonNode json) {
    return new OpenBranch(
        Fields.text(json, "repository"),
        Fields.text(json, "branch_name"),
        Fields.text(json, "agent_name"),
        Fields.text(json, "head_sha"),
        Set.copyOf(Fields.textsOrNone(json, "files")),
        Fields.instant(json, "pushed_at"),
        json.required("revision").longValue());
  }

  /// Writes a conflict.
  public static ObjectNode write(Conflict conflict) {
    var json = Json.object();
    json.put("repository", conflict.repository());
    json.set("one", write(conflict.one()));
    json.set("other", write(conflict.other()));
    Fields.putTexts(json, "files", conflict.files());
    json.put("since", conflict.since().toString());
    Fields.putIfPresent(json, "told_at", conflict.toldAt());
    return json;
  }

  /// Reads a conflict as [#write] wrote it.
  public static Conflict conflict(JsonNode json) {
    return new Conflict(
        Fields.text(json, "repository"),
        side(json.required("one")),
        side(json.required("other")),
        Set.copyOf(Fields.textsOrNone(json, "files")),
        Fields.instant(json, "since"),
        Fields.instantOrNull(json, "told_at"));
  }

  /// Writes that a branch touches files.
  public static ObjectNode write(String branch, String agent, Set<String> files) {
    var json = write(new Side(branch, agent));
    Fields.putTexts(json, "files", files.stream().sorted().toList());
    return json;
  }

  private static ObjectNode write(Side side) {
    return Json.object().put("branch_name", side.branch()).put("agent_name", side.agent());
  }

  private static Side side(JsonNode json) {
    return new Side(Fields.text(json, "branch_name"), Fields.text(json, "agent_name"));
  }
}
