package dev.bellwether.local;

import java.net.URI;

/// What is printed when it is ready.
final class Banner {
  private static final String AS_GIVEN = "as it was given";

  private Banner() {}

  static String text(URI url, Settings settings, URI gitHub, long millis) {
    return """

    Bellwether  %1$s  ready in %2$d ms

      dashboard    %1$s/
      admin token  %3$s
      webhooks     %1$s/webhooks/github, secret %4$s
      GitHub       %5$s
      outbox       %1$s/_local/outbox
      data         %6$s

    Send a sample:  mvn -q -Plocal -Dlocal.args="--send webhook-pull-request-opened.json%7$s"
    Stop:           Ctrl-C
    """
        .formatted(
            url,
            millis,
            settings.isTokenGiven() ? AS_GIVEN : settings.adminToken(),
            secret(settings),
            settings.usesSandbox()
                ? "sandbox, its calls at %s/_local/github".formatted(url)
                : "%s (%s)".formatted(gitHub, settings.gitHub()),
            settings
                .data()
                .map(folder -> folder.toAbsolutePath().normalize().toString())
                .orElse("in memory; --data FOLDER keeps it"),
            url.getPort() == 8080 ? "" : " --port " + url.getPort());
  }

  /// Only the documented one is shown.
  private static String secret(Settings settings) {
    return settings.webhookSecret().equals(Settings.DEVELOPMENT_SECRET)
        ? Settings.DEVELOPMENT_SECRET
        : AS_GIVEN;
  }
}
