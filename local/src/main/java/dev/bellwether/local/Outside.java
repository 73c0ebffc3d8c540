package dev.bellwether.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpHandler;
import dev.bellwether.local.engine.Mailer;
import dev.bellwether.local.sandbox.GitHubSandbox;
import dev.bellwether.local.sandbox.LocalPages;
import dev.bellwether.local.sandbox.Outbox;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What lies outside the system: GitHub, Slack, PagerDuty and mail, or what stands in for each that
/// nothing was said about.
final class Outside implements AutoCloseable {
  private static final URI GITHUB = URI.create("https://api.github.com");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Settings settings;
  private final Optional<GitHubSandbox> sandbox;
  private final Outbox outbox;

  private Outside(Settings settings, Optional<GitHubSandbox> sandbox, Outbox outbox) {
    this.settings = settings;
    this.sandbox = sandbox;
    this.outbox = outbox;
  }

  static Outside start(Settings settings) {
    var sandbox =
        settings.usesSandbox()
            ? Optional.of(GitHubSandbox.start(settings.data(), settings.clock()))
            : Optional.<GitHubSandbox>empty();
    return new Outside(settings, sandbox, Outbox.start(settings.data(), settings.clock()));
  }

  /// Where calls to GitHub go.
  URI gitHub() {
    return sandbox.map(GitHubSandbox::url).or(settings::gitHubApiUrl).orElse(GITHUB);
  }

  Mailer mailer() {
    return outbox::email;
  }

  /// The values of the functions' variables that depend on the world outside.
  Map<String, String> variables() {
    var variables = new LinkedHashMap<String, String>();
    variables.put("GITHUB_API_URL", gitHub().toString());
    sandbox.ifPresent(found -> variables.put("GITHUB_LOGIN", GitHubSandbox.LOGIN));
    if (settings.pagerDutyEventsUrl().isPresent()) {
      variables.put("PAGERDUTY_EVENTS_URL", settings.pagerDutyEventsUrl().get().toString());
    } else if (settings.pagerDutyRoutingKey().isEmpty()) {
      variables.put("PAGERDUTY_EVENTS_URL", outbox.pagerDutyUrl().toString());
    }
    return variables;
  }

  /// The source `local` is there to be tried, by the same secret as GitHub.
  private Map<String, Object> webhookSecret() {
    var secret = settings.webhookSecret();
    return Map.of("current", secret, "sources", Map.of("local", secret));
  }

  /// The values of the template's secrets, by their logical ids.
  Map<String, String> secrets() throws JsonProcessingException {
    var slack = settings.slackWebhookUrl().orElseGet(outbox::slackWebhookUrl);
    return Map.of(
        "WebhookSecret", json(webhookSecret()),
        "AdminSecret", json(Map.of("token", settings.adminToken())),
        "GitHubSecret", json(gitHubSecret()),
        "NotificationSecret",
            json(
                Map.of(
                    "slack_webhook_url",
                    slack.toString(),
                    "pagerduty_routing_key",
                    settings.pagerDutyRoutingKey().orElse("local"),
                    "webhook_url",
                    outbox.webhookUrl().toString(),
                    "webhook_secret",
                    "local")));
  }

  private Map<String, String> gitHubSecret() {
    return switch (settings.gitHub()) {
      case Settings.GitHubCredentials.None() -> Map.of("token", "local");
      case Settings.GitHubCredentials.Token(var token) -> Map.of("token", token);
      case Settings.GitHubCredentials.App(var id, var key) ->
          Map.of("app_id", id, "private_key", key);
    };
  }

  private static String json(Map<String, ?> value) throws JsonProcessingException {
    return JSON.writeValueAsString(value);
  }

  /// The pages that show what would have left this machine.
  Map<String, HttpHandler> pages() {
    var pages =
        sandbox
            .map(found -> LocalPages.of(found, outbox))
            .orElseGet(() -> LocalPages.withoutSandbox(gitHub(), outbox));
    return Map.of("/_local", pages::handle);
  }

  /// Tells the sandbox of the pull request or issue that an authentic webhook is about.
  void learn(Map<String, String> headers, byte[] body) {
    var signature = headers.getOrDefault(HmacSignature.HEADER, "");
    if (sandbox.isPresent()
        && headers.containsKey("x-github-event")
        && new HmacSignature(settings.webhookSecret()).isOf(body, signature)) {
      try {
        sandbox.get().learn(JSON.readTree(body));
      } catch (IOException e) {
        // No JSON; the webhook's function says so.
      }
    }
  }

  @Override
  public void close() {
    sandbox.ifPresent(GitHubSandbox::close);
    outbox.close();
  }
}
