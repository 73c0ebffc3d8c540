package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.http.Vendor;
import dev.bellwether.adapter.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;

/// What GitHub's refusals mean.
final class GitHubVendor {
  static final Vendor VENDOR = new Vendor("GitHub", GitHubVendor::words, GitHubVendor::advice);

  private GitHubVendor() {}

  /// GitHub says what is wrong in `message`, and more in `errors`, which are texts or objects.
  private static Optional<String> words(byte[] body) {
    try {
      var answer = Json.read(new String(body, StandardCharsets.UTF_8));
      var said = new ArrayList<String>();
      said.add(answer.path("message").asText());
      answer.path("errors").forEach(error -> said.add(words(error)));
      return Optional.of(String.join("; ", said));
    } catch (Json.Malformed notJson) {
      return Optional.empty();
    }
  }

  private static String words(JsonNode error) {
    if (error.isTextual()) {
      return error.asText();
    }
    return error.hasNonNull("message")
        ? error.path("message").asText()
        : error.path("field").asText() + " " + error.path("code").asText();
  }

  private static String advice(int status) {
    return switch (status) {
      case 401 -> "Put a valid token, or app_id and private_key, in the GitHub secret";
      case 403 ->
          "Give the App or token the access to the repository that this takes: docs/deploy.md lists"
              + " the permissions";
      case 404 ->
          "Check that it exists and that the App is installed on the repository, or that the token"
              + " may see it";
      default -> "";
    };
  }
}
