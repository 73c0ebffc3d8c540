package dev.bellwether.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.template.Secret;
import java.util.List;
import java.util.Map;

/// Secrets Manager: answers the template's secrets with values the runner was given.
public final class Secrets {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Secret> secrets;
  private final Map<String, String> values;

  /// Holds values by the logical ids of the secrets.
  public Secrets(List<Secret> secrets, Map<String, String> values) {
    this.secrets = List.copyOf(secrets);
    this.values = Map.copyOf(values);
  }

  JsonNode value(JsonNode request) throws RefusedException {
    var id = request.path("SecretId").asText();
    for (Secret secret : secrets) {
      var value = values.get(secret.id());
      if (value != null && (secret.arn().equals(id) || secret.name().equals(id))) {
        return answer(secret, value);
      }
    }
    throw new RefusedException(
        "ResourceNotFoundException", "Secrets Manager can't find the specified secret value.");
  }

  private static JsonNode answer(Secret secret, String value) {
    var answer =
        JSON.createObjectNode()
            .put("ARN", secret.arn())
            .put("Name", secret.name())
            .put("VersionId", "00000000-0000-0000-0000-000000000000")
            .put("SecretString", value);
    answer.putArray("VersionStages").add("AWSCURRENT");
    return answer;
  }
}
