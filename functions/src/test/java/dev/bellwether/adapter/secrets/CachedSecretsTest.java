package dev.bellwether.adapter.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class CachedSecretsTest {
  private static final String ARN =
      "arn:aws:secretsmanager:eu-west-1:111122223333:secret:webhook-AbCdEf";

  private final Vault vault = new Vault();
  private Instant now = Instant.parse("2026-11-25T09:00:00Z");
  private final CachedSecrets secrets = new CachedSecrets(() -> vault, () -> now);

  @Test
  void a_secrets_fields_are_read_by_name() {
    vault.value =
        """
        {"current": "canary-5ecret", "app_id": 7, "previous": "", "x": null,
         "sources": {"grafana": "canary-5ource", "n": 1}}
        """;

    var secret = secrets.read(ARN);

    assertEquals(Optional.of("canary-5ecret"), secret.field("current"));
    assertEquals(Optional.of("7"), secret.field("app_id"));
    assertEquals(Optional.empty(), secret.field("previous"));
    assertEquals(Optional.empty(), secret.field("x"));
    assertEquals(Optional.of("canary-5ource"), secret.field("sources.grafana"));
    assertEquals(Optional.empty(), secret.field("sources.n"));
    assertEquals(Optional.empty(), secret.field("sources"));
    assertEquals(ARN, vault.asked);
  }

  @Test
  void a_secret_is_asked_for_once_in_five_minutes() {
    vault.value = "{\"current\": \"one\"}";
    secrets.read(ARN);
    vault.value = "{\"current\": \"two\"}";

    now = now.plusSeconds(299);
    assertEquals(Optional.of("one"), secrets.read(ARN).field("current"));
    now = now.plusSeconds(1);
    assertEquals(Optional.of("two"), secrets.read(ARN).field("current"));

    assertEquals(2, vault.calls);
  }

  @Test
  void a_secret_without_a_value_is_empty_until_it_has_one() {
    assertEquals(Map.of(), secrets.read(ARN).fields());

    vault.value = "{\"current\": \"one\"}";

    assertEquals(Optional.of("one"), secrets.read(ARN).field("current"));
  }

  @Test
  void trouble_is_not_taken_for_an_empty_secret() {
    vault.isAway = true;

    assertThrows(SecretsManagerException.class, () -> secrets.read(ARN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary-5ecret",
        "\"canary-5ecret\"",
        "[\"canary-5ecret\"]",
        "{\"current\": canary-5ecret}"
      })
  void a_value_that_is_no_object_is_named_and_not_quoted(String value) {
    vault.value = value;

    var thrown = assertThrows(IllegalStateException.class, () -> secrets.read(ARN));

    assertEquals("The secret %s is not a JSON object".formatted(ARN), thrown.getMessage());
    assertNull(thrown.getCause());
  }

  @Test
  void no_secret_shows_in_a_text_form() {
    vault.value = "{\"current\": \"canary-5ecret\"}";

    assertEquals("Secret[current]", secrets.read(ARN).toString());
  }

  private static final class Vault implements SecretsManagerClient {
    private String value = "";
    private String asked = "";
    private boolean isAway;
    private int calls;

    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      calls++;
      asked = request.secretId();
      if (isAway) {
        throw SecretsManagerException.builder().message("Slow down").statusCode(400).build();
      }
      if (value.isEmpty()) {
        throw ResourceNotFoundException.builder().message("No such secret").build();
      }
      return GetSecretValueResponse.builder().secretString(value).build();
    }

    @Override
    public String serviceName() {
      return SERVICE_NAME;
    }

    @Override
    public void close() {}
  }
}
