package dev.bellwether.adapter.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// Reads secrets that are JSON objects of texts, and remembers each for five minutes: so whoever
/// rotates one waits that long before relying on the new value alone.
///
/// A secret without a value is empty, and asked for again the next time. Any other trouble throws:
/// a function goes without a secret no more than with a wrong one.
public final class CachedSecrets {
  static final Duration KEPT = Duration.ofMinutes(5);

  /// Silence this long is a lost connection, to be tried again.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Supplier<SecretsManagerClient> secretsManager;
  private final InstantSource clock;
  private final Map<String, Remembered> remembered = new HashMap<>();

  /// Reads by this client, asked for at the first read.
  public CachedSecrets(Supplier<SecretsManagerClient> secretsManager, InstantSource clock) {
    this.secretsManager = secretsManager;
    this.clock = clock;
  }

  /// Builds the client as the functions use it; region, credentials and endpoint come from the
  /// process, as the SDK finds them.
  public static SecretsManagerClient client() {
    return SecretsManagerClient.builder()
        .httpClientBuilder(
            UrlConnectionHttpClient.builder().connectionTimeout(PATIENCE).socketTimeout(PATIENCE))
        .build();
  }

  /// Reads a secret as it is, or was at most five minutes ago.
  ///
  /// @throws IllegalStateException when it is not a JSON object
  public synchronized Secret read(String arn) {
    var now = clock.instant();
    var known = remembered.get(arn);
    if (known != null && now.isBefore(known.until())) {
      return known.secret();
    }
    var secret = ask(arn);
    if (!secret.fields().isEmpty()) {
      remembered.put(arn, new Remembered(secret, now.plus(KEPT)));
    }
    return secret;
  }

  private Secret ask(String arn) {
    try {
      var value = secretsManager.get().getSecretValue(request -> request.secretId(arn));
      return parse(arn, Objects.requireNonNullElse(value.secretString(), ""));
    } catch (ResourceNotFoundException noValue) {
      return Secret.EMPTY;
    }
  }

  private static Secret parse(String arn, String value) {
    var fields = new HashMap<String, String>();
    for (var field : object(arn, value).properties()) {
      if (field.getValue().isTextual() || field.getValue().isNumber()) {
        fields.put(field.getKey(), field.getValue().asText());
      }
      for (var inside : field.getValue().properties()) {
        if (inside.getValue().isTextual()) {
          fields.put(field.getKey() + "." + inside.getKey(), inside.getValue().asText());
        }
      }
    }
    return new Secret(fields);
  }

  /// Takes no cause along: a parser's message may quote what it read.
  private static JsonNode object(String arn, String value) {
    try {
      var tree = Json.read(value);
      if (tree.isObject()) {
        return tree;
      }
    } catch (Json.Malformed malformed) {
      // said below, in words that are ours
    }
    throw new IllegalStateException("The secret %s is not a JSON object".formatted(arn));
  }

  private record Remembered(Secret secret, Instant until) {}
}
