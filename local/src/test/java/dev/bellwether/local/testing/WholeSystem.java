package dev.bellwether.local.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.local.LocalConfig;
import dev.bellwether.local.LocalSystem;
import dev.bellwether.local.contract.github.GitHubContract;
import dev.bellwether.local.sandbox.Call;
import dev.bellwether.local.sandbox.GitHubSandbox;
import dev.bellwether.local.sandbox.LocalPages;
import dev.bellwether.local.sandbox.Outbox;
import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// The system of `template.yaml` with a sandbox for GitHub and an outbox for messages, under a
/// clock that is set by hand. Every call to GitHub is held against GitHub's own description of its
/// API.
public final class WholeSystem implements AutoCloseable {
  public static final Path ROOT = Path.of(System.getProperty("bellwether.root", ".."));

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final GitHubSandbox gitHub;
  private final Outbox outbox;
  private final RecordingLog log;
  private final LocalSystem system;
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final HttpCalls http;
  private final Activity activity = new Activity();
  private final Runnable stopListening;

  private WholeSystem(GitHubSandbox gitHub, Outbox outbox, RecordingLog log, LocalSystem system) {
    this.gitHub = gitHub;
    this.outbox = outbox;
    this.log = log;
    this.system = system;
    this.http = new HttpCalls(system.url());
    this.stopListening = SdkCalls.listen(operation -> activity.happened());
    gitHub.onCall(call -> activity.happened());
  }

  /// Starts everything, in memory, with somebody subscribed to every topic.
  public static WholeSystem start(InstantSource clock) throws IOException {
    return start(clock, Optional.empty());
  }

  /// Starts everything over a data folder.
  public static WholeSystem start(InstantSource clock, Path data) throws IOException {
    return start(clock, Optional.of(data));
  }

  private static WholeSystem start(InstantSource clock, Optional<Path> data) throws IOException {
    var gitHub = GitHubSandbox.start(data, clock);
    var outbox = Outbox.start(data, clock);
    var log = new RecordingLog();
    var config =
        LocalConfig.of(Fixture.dynamoDbJars(), outbox::email, log)
            .withClock(clock)
            .withData(data)
            .withPages(Map.of("/_local", LocalPages.of(gitHub, outbox)::handle))
            .withSecrets(
                Map.of(
                    "WebhookSecret", webhookSecret(),
                    "GitHubSecret", "{\"token\":\"sandbox\"}",
                    "NotificationSecret", notificationSecret(outbox),
                    "AdminSecret", "{\"token\":\"%s\"}".formatted(HttpCalls.ADMIN_TOKEN)))
            .withVariables(
                Map.of(
                    "GITHUB_API_URL", gitHub.url().toString(),
                    "PAGERDUTY_EVENTS_URL", outbox.pagerDutyUrl().toString()));
    var system = LocalSystem.start(template(), config);
    var whole = new WholeSystem(gitHub, outbox, log, system);
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

  /// Speaks to the system from outside.
  public HttpCalls http() {
    return http;
  }

  /// Lists the calls that changed something on GitHub, in words.
  public List<String> changesOnGitHub() {
    return gitHub.journal().stream().filter(Call::changed).map(Call::sentence).toList();
  }

  /// Waits until something holds, looking again whenever something was done.
  ///
  /// @throws AssertionError when it does not within 20 seconds
  public void await(String what, BooleanSupplier holds) {
    if (!activity.until(holds, PATIENCE)) {
      throw new AssertionError(
          "Waited in vain for %s%nGitHub: %s%nOutbox: %s%nLog: %s"
              .formatted(what, changesOnGitHub(), outbox.toJson(), tail()));
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

  @Override
  public void close() {
    stopListening.run();
    system.close();
    outbox.close();
    gitHub.close();
    if (!faults.isEmpty()) {
      throw new AssertionError(String.join("\n", faults));
    }
  }

  private JsonNode get0(String path) {
    try {
      return http.get(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private String tail() {
    var lines = log.lines();
    return String.join("", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
  }

  private void holdAgainst(Consumer<Call> contract) {
    gitHub.onCall(
        call -> {
          try {
            contract.accept(call);
          } catch (AssertionError fault) {
            faults.add(String.valueOf(fault.getMessage()));
          }
        });
  }

  private static String webhookSecret() {
    return "{\"current\":\"%1$s\",\"sources\":{\"local\":\"%1$s\"}}"
        .formatted(HttpCalls.WEBHOOK_SECRET);
  }

  private static String notificationSecret(Outbox outbox) {
    return JSON.createObjectNode()
        .put("slack_webhook_url", outbox.slackWebhookUrl().toString())
        .put("pagerduty_routing_key", "routing-key-of-tests")
        .toString();
  }
}
