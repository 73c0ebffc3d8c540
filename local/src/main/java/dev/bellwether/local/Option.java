package dev.bellwether.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What can be told to the runner: each by a flag and, but for commands, by an environment variable
/// of the same meaning. A flag wins.
enum Option {
  PORT("BELLWETHER_PORT", "PORT", "where it answers; 8080"),
  DATA("BELLWETHER_DATA", "FOLDER", "keeps everything there; in memory without it"),
  ADMIN_TOKEN("BELLWETHER_ADMIN_TOKEN", "TOKEN", "for the management API; a new one each start"),
  WEBHOOK_SECRET("GITHUB_WEBHOOK_SECRET", "SECRET", "signs webhooks; `development`"),
  GITHUB_API_URL("GITHUB_API_URL", "URL", "GitHub's API; the sandbox without credentials"),
  GITHUB_TOKEN("GITHUB_TOKEN", "TOKEN", "acts on GitHub with a token"),
  GITHUB_APP_ID("GITHUB_APP_ID", "ID", "acts on GitHub as an App"),
  GITHUB_APP_PRIVATE_KEY("GITHUB_APP_PRIVATE_KEY", "PEM", "the App's key, or the file it is in"),
  SLACK_WEBHOOK_URL("SLACK_WEBHOOK_URL", "URL", "sends to Slack; the outbox without it"),
  PAGERDUTY_ROUTING_KEY("PAGERDUTY_ROUTING_KEY", "KEY", "pages people; the outbox without it"),
  PAGERDUTY_EVENTS_URL("PAGERDUTY_EVENTS_URL", "URL", "PagerDuty's Events API"),
  CLOCK_OFFSET("BELLWETHER_CLOCK_OFFSET", "DURATION", "shifts the functions' clock: PT2H"),
  TEMPLATE("BELLWETHER_TEMPLATE", "FILE", "what to run; template.yaml"),
  PARAMETERS("BELLWETHER_PARAMETERS", "A=B,C=D", "parameters of the template"),
  SAMPLES("BELLWETHER_SAMPLES", "BOOLEAN", "new with the sample workflows; true in the sandbox"),
  VERBOSE("BELLWETHER_VERBOSE", "", "shows every line the functions log"),
  SEND("", "FILE", "sends events/FILE, signed, to a running instance, and ends"),
  HELP("", "", "shows this, and ends");

  private final String variable;
  private final String value;
  private final String help;

  Option(String variable, String value, String help) {
    this.variable = variable;
    this.value = value;
    this.help = help;
  }

  /// The environment variable, or empty text for a command.
  String variable() {
    return variable;
  }

  String flag() {
    return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean takesValue() {
    return !value.isEmpty();
  }

  static Optional<Option> ofFlag(String flag) {
    return Arrays.stream(values()).filter(option -> option.flag().equals(flag)).findFirst();
  }

  static Optional<Option> ofVariable(String variable) {
    return Arrays.stream(values()).filter(option -> option.variable.equals(variable)).findFirst();
  }

  /// All of them, a line each.
  static String help() {
    return Arrays.stream(values())
        .map(
            option ->
                "  %-34s %-24s %s"
                    .formatted(option.flag() + " " + option.value, option.variable, option.help))
        .map(String::stripTrailing)
        .collect(Collectors.joining("\n"));
  }
}
