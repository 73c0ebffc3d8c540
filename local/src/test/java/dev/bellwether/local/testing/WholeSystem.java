package dev.bellwether.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.LocalConfig;
import dev.bellwether.local.LocalSystem;
import dev.bellwether.local.contract.github.GitHubContract;
import dev.bellwether.local.sandbox.Call;
import dev.bellwether.local.sandbox.GitHubSandbox;
import dev.bellwether.local.sandbox.Outbox;
import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The system of `template.yaml` with a sandbox for GitHub and an outbox for messages, under a
/// clock that is set by hand. Every call to GitHub is held against GitHub's own description of its
/// API.
public final class WholeSystem implements AutoCloseable {
  public static final Path ROOT = Path.of(System.getProperty("bellwether.root", ".."));
  public static final String WEBHOOK_SECRET = "development";
  public static final String ADMIN_TOKEN = "the-admin-token-of-tests";

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final SettableTime time;
  private final GitHubSandbox gitHub;
  private final Outbox outbox;
  private final RecordingLog log;
  private final LocalSystem system;
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final HttpClient http = HttpClient.newHttpClient();

  private WholeSystem(
      SettableTime time,
      GitHubSandbox gitHub,
      Outbox outbox,
      RecordingLog log,
      LocalSystem system) {
    this.time = time;
    this.gitHub = gitHub;
    this.outbox = outbox;
    this.log = log;
    this.system = system;
  }

  /// Starts everything, in memory, with somebody subscribed to every topic.
  public static WholeSystem start(SettableTime time) throws IOException {
    var gitHub = GitHubSandbox.start(Optional.empty(), time);
    var outbox = Outbox.start(Optional.empty(), time);
    var log = new RecordingLog();
    var config =
        LocalConfig.of(Fixture.dynamoDbJars(), outbox::email, log)
            .withClock(time)
            .withSecrets(
                Map.of(
                    "WebhookSecret", "{\"current\":\"%s\"}".formatted(WEBHOOK_SECRET),
                    "GitHubSecret", "{\"token\":\"sandbox\"}",
                    "NotificationSecret", notificationSecret(outbox),
                    "AdminSecret", "{\"token\":\"%s\"}".formatted(ADMIN_TOKEN)))
            .withVariables(
                Map.of(
                    "GITHUB_API_URL", gitHub.url().toString(),
                    "PAGERDUTY_EVENTS_URL", outbox.pagerDutyUrl().toString()));
    var system = LocalSystem.start(template(), config);
    var whole = new WholeSystem(time, gitHub, outbox, log, system);
    GitHubContract.validatorIfPresent().ifPresent(whole::holdAgainst);
    return whole;
  }

  /// The template, with an address for every topic.
  public static Template template() throws IOException {
    return Template.read(
        ROOT.resolve("template.yaml"),
        Map.of(
            "NotificationEmail", "team@example.com",
            "Level1Email", "responsible@example.com",
            "Level2Email", "leads@example.com",
            "Level3Email", "management@example.com"));
  }

  /// Reads a sample event of `events/`.
  public static JsonNode sample(String name) throws IOException {
    return JSON.readTree(Files.readString(ROOT.resolve("events").resolve(name)));
  }

  public SettableTime time() {
    return time;
  }

  public GitHubSandbox gitHub() {
    return gitHub;
  }

  public Outbox outbox() {
    return outbox;
  }

  public LocalSystem system() {
    return system;
  }

  /// What the functions logged.
  public List<String> logLines() {
    return log.lines();
  }

  /// Posts a webhook as GitHub does.
  public HttpResponse<String> webhook(String event, String delivery, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri("/webhooks/github"))
            .header("content-type", "application/json")
            .header("x-github-event", event)
            .header("x-github-delivery", delivery)
            .header("x-hub-signature-256", "sha256=" + signature(body))
            .POST(BodyPublishers.ofString(body));
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /// Calls the management API as the admin and reads the answer.
  ///
  /// @throws AssertionError when it is not a success
  public JsonNode api(String method, String path, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("authorization", "Bearer " + ADMIN_TOKEN)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    var response = http.send(request.build(), BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new AssertionError("%s %s: %s".formatted(method, path, response.body()));
    }
    return response.body().isEmpty() ? JSON.missingNode() : JSON.readTree(response.body());
  }

  /// Reads from the management API.
  public JsonNode get(String path) throws IOException, InterruptedException {
    return api("GET", path, "");
  }

  /// Gets a page, without credentials.
  public HttpResponse<String> page(String path) throws IOException, InterruptedException {
    return http.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  /// Lists the calls that changed something on GitHub, in words.
  public List<String> changesOnGitHub() {
    return gitHub.journal().stream().filter(Call::changed).map(Call::sentence).toList();
  }

  /// Looks again and again until something holds.
  ///
  /// @throws AssertionError when it does not within 20 seconds
  public void await(String what, BooleanSupplier holds) {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "Waited in vain for %s%nGitHub: %s%nOutbox: %s%nLog: %s"
                .formatted(what, changesOnGitHub(), outbox.toJson(), tail()));
      }
      Thread.onSpinWait();
    }
  }

  /// Waits until no execution is left unfinished, and lists them, the newest first.
  public JsonNode executionsAtRest() {
    var found = new ArrayList<JsonNode>();
    await(
        "executions to end",
        () -> {
          found.clear();
          get0("/v1/executions").path("items").forEach(found::add);
          return found.stream()
              .map(item -> item.path("state").asText())
              .noneMatch(List.of("queued", "running", "waiting")::contains);
        });
    var all = JSON.createArrayNode();
    found.forEach(all::add);
    return all;
  }

  /// Parses, for tests that change a sample.
  public static ObjectNode object(String json) throws IOException {
    return (ObjectNode) JSON.readTree(json);
  }

  @Override
  public void close() {
    system.close();
    outbox.close();
    gitHub.close();
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
  }

  private JsonNode get0(String path) {
    try {
      return get(path);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private String tail() {
    var lines = log.lines();
    return String.join("", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  private void holdAgainst(java.util.function.Consumer<Call> contract) {
    gitHub.onCall(
        call -> {
          try {
            contract.accept(call);
          } catch (AssertionError fault) {
            faults.add(String.valueOf(fault.getMessage()));
          }
        });
  }

  private URI uri(String path) {
    return system.url().resolve(path);
  }

  private static String notificationSecret(Outbox outbox) {
    return JSON.createObjectNode()
        .put("slack_webhook_url", outbox.slackWebhookUrl().toString())
        .put("pagerduty_routing_key", "routing-key-of-tests")
        .toString();
  }

  private static String signature(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
