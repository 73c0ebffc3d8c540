package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.domain.condition.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes agents' profiles as JSON and reads them, also as people write them:
///
///     {"agent_type": "coder", "skills": ["java"], "capacity": 2, "owned_paths": ["src/cache/**"],
///      "branch_pattern": "feat/ada/**", "logins": ["ada-bot"]}
public final class AgentProfileJson {
  private static final int NAME = 100;
  private static final int MOST = 100;
  private static final int GLOB = 250;

  private AgentProfileJson() {}

  /// Writes a profile.
  public static ObjectNode write(AgentProfile profile) {
    var json = Json.object();
    json.put("agent_name", profile.name());
    json.put("agent_type", profile.type());
    Fields.putTexts(json, "skills", profile.skills());
    json.put("capacity", profile.capacity());
    Fields.putTexts(json, "owned_paths", profile.ownedPaths());
    Fields.putIfPresent(json, "branch_pattern", profile.branchPattern());
    Fields.putTexts(json, "logins", profile.logins());
    return json;
  }

  /// Reads a profile as [#write] wrote it.
  public static AgentProfile read(JsonNode json) {
    return new AgentProfile(
        Fields.text(json, "agent_name"),
        Fields.text(json, "agent_type"),
        Fields.textsOrNone(json, "skills"),
        Fields.integer(json, "capacity"),
        Fields.textsOrNone(json, "owned_paths"),
        Fields.textOrNull(json, "branch_pattern"),
        Fields.textsOrNone(json, "logins"));
  }

  /// Reads a profile that somebody sent for an agent; what is left out is nothing, and a capacity
  /// of one task.
  public static Reading<AgentProfile> read(JsonNode document, String name) {
    var faults = new ArrayList<Fault>();
    var profile = Draft.of(document, "", faults).map(draft -> profile(draft, name));
    return profile.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(profile.get())
        : new Reading.Refused<>(faults);
  }

  private static AgentProfile profile(Draft draft, String name) {
    var named = draft.text("agent_name", NAME).orElse(name);
    if (!named.equals(name)) {
      draft.fault("Another agent than the path's: write one, or leave it out", "agent_name");
    }
    var type = draft.requiredText("agent_type", NAME, "such as coder").orElse("");
    var skills = draft.texts("skills", MOST, NAME);
    var capacity = draft.integer("capacity", 0, AgentProfile.MOST_CAPACITY).orElse(1);
    var owned = draft.texts("owned_paths", MOST, GLOB);
    faults(draft, owned, "owned_paths");
    var branches = draft.text("branch_pattern", GLOB);
    branches.flatMap(Glob::fault).ifPresent(fault -> draft.fault(fault, "branch_pattern"));
    var logins = draft.texts("logins", MOST, NAME);
    draft.refuseOthers();
    return new AgentProfile(name, type, skills, capacity, owned, branches.orElse(null), logins);
  }

  private static void faults(Draft draft, List<String> globs, String key) {
    for (int i = 0; i < globs.size(); i++) {
      Optional<String> fault = Glob.fault(globs.get(i));
      if (fault.isPresent()) {
        draft.fault(fault.get(), key, String.valueOf(i));
      }
    }
  }
}
