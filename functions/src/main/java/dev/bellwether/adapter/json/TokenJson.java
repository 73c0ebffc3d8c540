package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.access.ApiToken;
import dev.bellwether.domain.access.Role;
import dev.bellwether.domain.condition.Glob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes tokens as JSON, for people without what is kept of their text, and reads them.
public final class TokenJson {
  private static final Duration LONGEST = Duration.ofDays(3650);

  private TokenJson() {}

  /// Writes what anybody may know who manages tokens.
  public static ObjectNode write(ApiToken token) {
    var json = Json.object().put("id", token.id()).put("name", token.name());
    json.put("role", token.role().wireName());
    Fields.putTexts(json, "repositories", token.repositories());
    json.put("created_at", token.createdAt().toString()).put("created_by", token.createdBy());
    Fields.putIfPresent(json, "expires_at", token.expiresAt());
    Fields.putIfPresent(json, "last_used_at", token.lastUsedAt());
    return json;
  }

  /// Writes all there is, for stores.
  public static ObjectNode writeWhole(ApiToken token) {
    return write(token).put("digest", token.digest());
  }

  /// Reads a token as [#writeWhole] wrote it.
  public static ApiToken read(JsonNode json, long revision) {
    return new ApiToken(
        Fields.text(json, "id"),
        Fields.text(json, "name"),
        Fields.constant(json, "role", Role.class),
        Fields.textsOrNone(json, "repositories"),
        Fields.text(json, "digest"),
        Fields.instant(json, "created_at"),
        Fields.text(json, "created_by"),
        Fields.instantOrNull(json, "expires_at"),
        Fields.instantOrNull(json, "last_used_at"),
        revision);
  }

  /// Who is to be let in.
  ///
  /// @param lifetime null where it does not end
  public record Asked(
      String name, Role role, List<String> repositories, @Nullable Duration lifetime) {
    public Asked {
      repositories = List.copyOf(repositories);
    }
  }

  /// Reads `{"name": "ci", "role": "viewer", "repositories": ["octo/*"], "days": 90}`; the last two
  /// may be left out, for everything and for good.
  public static Reading<Asked> asked(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var asked = Draft.of(document, "", faults).flatMap(TokenJson::asked);
    return asked.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(asked.get())
        : new Reading.Refused<>(faults);
  }

  private static Optional<Asked> asked(Draft draft) {
    var name = draft.requiredText("name", 100, "who comes with it, or what for");
    draft.require("role", "what they may do");
    var role = draft.constant("role", Role.class);
    var repositories = draft.texts("repositories", 50, 200);
    var most = Math.toIntExact(LONGEST.toDays());
    var lifetime = draft.integer("days", 1, most).map(Duration::ofDays).orElse(null);
    draft.refuseOthers();
    if (draft.has("repositories") && repositories.isEmpty()) {
      draft.fault("Name at least one, or leave it out for everything", "repositories");
    }
    for (int i = 0; i < repositories.size(); i++) {
      if (Glob.fault(repositories.get(i)).isPresent()) {
        draft.fault("Must be a glob such as octo/*", "repositories", String.valueOf(i));
      }
    }
    return name.flatMap(n -> role.map(r -> new Asked(n, r, repositories, lifetime)));
  }
}
