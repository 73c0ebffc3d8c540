package dev.bellwether.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What the runner is told, checked.
///
/// @param isTokenGiven whether somebody chose the admin token, who knows it then
/// @param gitHubApiUrl where GitHub is; the sandbox without it and without credentials
record Settings(
    int port,
    Optional<Path> data,
    String adminToken,
    boolean isTokenGiven,
    String webhookSecret,
    Optional<URI> gitHubApiUrl,
    GitHubCredentials gitHub,
    Optional<URI> slackWebhookUrl,
    Optional<String> pagerDutyRoutingKey,
    Optional<URI> pagerDutyEventsUrl,
    Duration clockOffset,
    Optional<Path> template,
    Map<String, String> parameters,
    boolean samples,
    boolean verbose) {

  /// How functions act on GitHub.
  sealed interface GitHubCredentials {
    /// Not at all.
    record None() implements GitHubCredentials {}

    /// With a token.
    record Token(String token) implements GitHubCredentials {
      @Override
      public String toString() {
        return "Token";
      }
    }

    /// As an App.
    record App(String id, String privateKey) implements GitHubCredentials {
      @Override
      public String toString() {
        return "App " + id;
      }
    }
  }

  /// Signs webhooks when nothing else is given; documented, so that samples can be sent by hand.
  static final String DEVELOPMENT_SECRET = "development";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
  private static final String PEM_START = "-----BEGIN";

  static Settings from(Given given) throws SettingsException {
    var gitHub = gitHub(given);
    return new Settings(
        port(given),
        path(given, Option.DATA),
        given.value(Option.ADMIN_TOKEN).orElseGet(() -> UUID.randomUUID().toString()),
        given.has(Option.ADMIN_TOKEN),
        webhookSecret(given),
        uri(given, Option.GITHUB_API_URL),
        gitHub,
        uri(given, Option.SLACK_WEBHOOK_URL),
        given.value(Option.PAGERDUTY_ROUTING_KEY),
        uri(given, Option.PAGERDUTY_EVENTS_URL),
        clockOffset(given),
        path(given, Option.TEMPLATE),
        parameters(given),
        flag(given, Option.SAMPLES, usesSandbox(given)),
        flag(given, Option.VERBOSE, false));
  }

  /// Tells the functions the time.
  InstantSource clock() {
    return clockOffset.isZero() ? Clock.systemUTC() : Clock.offset(Clock.systemUTC(), clockOffset);
  }

  /// Whether calls to GitHub go to the sandbox.
  boolean usesSandbox() {
    return gitHub instanceof GitHubCredentials.None && gitHubApiUrl.isEmpty();
  }

  /// The documented secret signs webhooks that act on a sandbox or another stand-in on this
  /// machine, never on GitHub: who reaches the port could act there.
  private static String webhookSecret(Given given) throws SettingsException {
    var loopback = uri(given, Option.GITHUB_API_URL).map(URI::getHost).filter(LOOPBACK::contains);
    if (!given.has(Option.WEBHOOK_SECRET) && !usesSandbox(given) && loopback.isEmpty()) {
      throw new SettingsException(
          "GITHUB_WEBHOOK_SECRET is needed where Bellwether acts on GitHub itself");
    }
    return given.value(Option.WEBHOOK_SECRET, DEVELOPMENT_SECRET);
  }

  private static boolean usesSandbox(Given given) {
    return !given.has(Option.GITHUB_TOKEN)
        && !given.has(Option.GITHUB_APP_ID)
        && !given.has(Option.GITHUB_API_URL);
  }

  private static int port(Given given) throws SettingsException {
    try {
      var port = Integer.parseInt(given.value(Option.PORT, "8080"));
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw Given.wrong(Option.PORT, "a number from 0 (any port) to 65535");
  }

  private static Optional<Path> path(Given given, Option option) throws SettingsException {
    try {
      return given.value(option).map(Path::of);
    } catch (InvalidPathException e) {
      throw Given.wrong(option, "a path");
    }
  }

  private static Optional<URI> uri(Given given, Option option) throws SettingsException {
    if (!given.has(option)) {
      return Optional.empty();
    }
    try {
      var uri = URI.create(given.value(option, ""));
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return Optional.of(uri);
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw Given.wrong(option, "an http or https URL");
  }

  private static GitHubCredentials gitHub(Given given) throws SettingsException {
    var hasApp = given.has(Option.GITHUB_APP_ID);
    if (hasApp != given.has(Option.GITHUB_APP_PRIVATE_KEY)) {
      throw new SettingsException("GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY belong together");
    }
    if (hasApp && given.has(Option.GITHUB_TOKEN)) {
      throw new SettingsException("GITHUB_TOKEN and GITHUB_APP_ID exclude each other");
    }
    if (hasApp) {
      return new GitHubCredentials.App(given.value(Option.GITHUB_APP_ID, ""), privateKey(given));
    }
    return given
        .value(Option.GITHUB_TOKEN)
        .<GitHubCredentials>map(GitHubCredentials.Token::new)
        .orElseGet(GitHubCredentials.None::new);
  }

  private static String privateKey(Given given) throws SettingsException {
    var value = given.value(Option.GITHUB_APP_PRIVATE_KEY, "");
    try {
      var pem = value.startsWith(PEM_START) ? value : Files.readString(Path.of(value));
      if (pem.startsWith(PEM_START)) {
        return pem.replace("\\n", "\n");
      }
    } catch (IOException | InvalidPathException e) {
      // Said below.
    }
    throw Given.wrong(Option.GITHUB_APP_PRIVATE_KEY, "a key in PEM, or a file that holds one");
  }

  private static Duration clockOffset(Given given) throws SettingsException {
    try {
      return Duration.parse(given.value(Option.CLOCK_OFFSET, "PT0S"));
    } catch (DateTimeParseException e) {
      throw Given.wrong(Option.CLOCK_OFFSET, "an ISO 8601 duration such as PT2H or -PT10M");
    }
  }

  private static Map<String, String> parameters(Given given) throws SettingsException {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : given.value(Option.PARAMETERS, "").split(",", 0)) {
      var parts = pair.split("=", 2);
      if (parts.length == 2) {
        parameters.put(parts[0].strip(), parts[1].strip());
      } else if (!pair.isBlank()) {
        throw Given.wrong(Option.PARAMETERS, "Name=value,Name=value");
      }
    }
    return parameters;
  }

  private static boolean flag(Given given, Option option, boolean usual) throws SettingsException {
    return switch (given.value(option, String.valueOf(usual))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw Given.wrong(option, "true or false");
    };
  }

  /// Leaves the secrets out.
  @Override
  public String toString() {
    return "Settings[port=%d, data=%s, gitHub=%s]".formatted(port, data, gitHub);
  }
}
