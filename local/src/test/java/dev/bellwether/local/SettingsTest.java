package dev.bellwether.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.Settings.GitHubCredentials;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsTest {
  @Test
  void without_anything_it_is_in_memory_on_8080_with_the_sandbox() throws SettingsException {
    var settings = settings(List.of(), Map.of("GITHUB_TOKEN", " ", "PATH", "/bin"));

    assertEquals(8080, settings.port());
    assertEquals(Optional.empty(), settings.data());
    assertEquals("development", settings.webhookSecret());
    assertTrue(settings.usesSandbox());
    assertFalse(settings.adminToken().isBlank());
  }

  @Test
  void a_flag_wins_over_its_variable() throws SettingsException {
    var environment = Map.of("BELLWETHER_PORT", "9000", "GITHUB_WEBHOOK_SECRET", "from outside");

    var settings = settings(List.of("--port", "9001"), environment);

    assertEquals(9001, settings.port());
    assertEquals("from outside", settings.webhookSecret());
  }

  @Test
  void every_option_is_read() throws SettingsException {
    var settings =
        settings(
            List.of(
                "--data=/tmp/d",
                "--admin-token=t",
                "--github-api-url=http://127.0.0.1:9999",
                "--github-app-id=7",
                "--github-app-private-key=-----BEGIN KEY-----\\nx",
                "--slack-webhook-url=https://hooks.example/x",
                "--pagerduty-routing-key=k",
                "--pagerduty-events-url=https://pages.example",
                "--clock-offset=PT2H",
                "--parameters=A=1,B=2",
                "--verbose"),
            Map.of());

    assertEquals("t", settings.adminToken());
    assertEquals(Optional.of(URI.create("http://127.0.0.1:9999")), settings.gitHubApiUrl());
    assertEquals(new GitHubCredentials.App("7", "-----BEGIN KEY-----\nx"), settings.gitHub());
    assertEquals(Optional.of("k"), settings.pagerDutyRoutingKey());
    assertEquals(Duration.ofHours(2), settings.clockOffset());
    assertEquals(Map.of("A", "1", "B", "2"), settings.parameters());
    assertTrue(settings.verbose());
    assertFalse(settings.usesSandbox());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot 1 | The flag --prot is unknown",
        "--port | --port needs a value",
        "--port --verbose | --port needs a value",
        "--port x | --port (BELLWETHER_PORT) must be a number from 0 (any port) to 65535",
        "--port 65536 | --port (BELLWETHER_PORT) must be a number from 0 (any port) to 65535",
        "--clock-offset 2h | --clock-offset (BELLWETHER_CLOCK_OFFSET) must be an ISO 8601 duration"
            + " such as PT2H or -PT10M",
        "--github-api-url ftp://x | --github-api-url (GITHUB_API_URL) must be an http or https URL",
        "--github-app-id 7 | GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY belong together",
        "--github-app-id 7 --github-app-private-key s3cret | --github-app-private-key"
            + " (GITHUB_APP_PRIVATE_KEY) must be a key in PEM, or a file that holds one",
        "--github-token x | GITHUB_WEBHOOK_SECRET is needed where Bellwether acts on GitHub itself",
        "--parameters A | --parameters (BELLWETHER_PARAMETERS) must be Name=value,Name=value",
      })
  void what_cannot_be_is_refused_by_name_and_without_its_value(String flags, String message) {
    var arguments = List.of(flags.strip().split(" ", -1));

    var refusal = assertThrows(SettingsException.class, () -> settings(arguments, Map.of()));

    assertEquals(message, refusal.getMessage());
  }

  @Test
  void an_unknown_variable_with_our_prefix_is_refused() {
    var refusal =
        assertThrows(
            SettingsException.class, () -> settings(List.of(), Map.of("BELLWETHER_PROT", "1")));

    assertEquals("The variable BELLWETHER_PROT is unknown", refusal.getMessage());
  }

  @Test
  void a_stand_in_for_github_on_this_machine_may_use_the_documented_secret()
      throws SettingsException {
    var arguments = List.of("--github-token=x", "--github-api-url=http://127.0.0.1:4100");

    assertEquals("development", settings(arguments, Map.of()).webhookSecret());
  }

  @Test
  void no_secret_is_in_its_text() throws SettingsException {
    var settings =
        settings(
            List.of(),
            Map.of(
                "BELLWETHER_ADMIN_TOKEN", "canary",
                "GITHUB_WEBHOOK_SECRET", "canary",
                "GITHUB_TOKEN", "canary",
                "SLACK_WEBHOOK_URL", "https://hooks.example/canary",
                "PAGERDUTY_ROUTING_KEY", "canary"));

    assertFalse(settings.toString().contains("canary"), settings.toString());
  }

  private static Settings settings(List<String> arguments, Map<String, String> environment)
      throws SettingsException {
    return Settings.from(Given.of(arguments, environment));
  }
}
