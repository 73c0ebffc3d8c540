package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.bellwether.local.engine.Loopback;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The pages that only a local run has, under `/_local`: the calls to GitHub and the outbox, for
/// people as HTML and for scripts as JSON.
///
/// They only show; nothing can be changed by them. Whatever GitHub's users wrote is shown as text.
public final class LocalPages {
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final @Nullable GitHubSandbox sandbox;
  private final URI github;
  private final Outbox outbox;

  private LocalPages(@Nullable GitHubSandbox sandbox, URI github, Outbox outbox) {
    this.sandbox = sandbox;
    this.github = github;
    this.outbox = outbox;
  }

  /// Shows a sandbox and an outbox.
  public static LocalPages of(GitHubSandbox sandbox, Outbox outbox) {
    return new LocalPages(sandbox, sandbox.url(), outbox);
  }

  /// Shows an outbox, where the calls go to a real GitHub.
  public static LocalPages withoutSandbox(URI github, Outbox outbox) {
    return new LocalPages(null, github, outbox);
  }

  /// Answers a request; one that is for none of these pages with 404.
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      answer(exchange, exchange.getRequestURI().getPath());
    }
  }

  private void answer(HttpExchange exchange, String path) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.getResponseHeaders().set("Allow", "GET");
      send(exchange, 405, "text/plain", "These pages can only be read.");
      return;
    }
    switch (path) {
      case "/_local", "/_local/" -> page(exchange, "Bellwether on this machine", index());
      case "/_local/github" -> page(exchange, "Calls to GitHub", gitHub());
      case "/_local/outbox" -> page(exchange, "Outbox", OutboxPage.of(outbox));
      case "/_local/github.json" -> json(exchange, gitHubJson());
      case "/_local/outbox.json" -> json(exchange, outbox.toJson());
      case "/_local/local.css" -> send(exchange, 200, "text/css", resource("local.css"));
      case "/_local/refresh.js" -> send(exchange, 200, "text/javascript", resource("refresh.js"));
      default ->
          send(
              exchange,
              404,
              "text/html",
              LocalHtml.page("Not found", Html.element("p.empty", "There is no such page.")));
    }
  }

  private Html index() {
    var calls = gitHubSandbox().map(found -> found.journal().size()).orElse(0);
    return Html.element(
        "ul.index",
        entry("/", "Dashboard", "Workflows, executions and clocks."),
        entry("/_local/github", "GitHub", whereCallsGo(calls)),
        entry(
            "/_local/outbox",
            "Outbox",
            "%d messages for people: Slack, e-mail, pages.".formatted(outbox.messages().size())));
  }

  private String whereCallsGo(int calls) {
    return sandbox == null
        ? "Calls go to %s; there is no sandbox.".formatted(github)
        : "A sandbox in place of GitHub; %d calls so far.".formatted(calls);
  }

  private static Html entry(String address, String title, String about) {
    return Html.element(
        "li.card",
        Html.element("h2", Html.link(address, Html.text(title))),
        Html.element("p.quiet", about));
  }

  private Html gitHub() {
    return gitHubSandbox()
        .map(GitHubPage::of)
        .orElseGet(() -> Html.element("p.empty", "Calls go to %s; look there.".formatted(github)));
  }

  private JsonNode gitHubJson() {
    return gitHubSandbox()
        .map(GitHubSandbox::toJson)
        .orElseGet(() -> Json.object().put("url", github.toString()));
  }

  private Optional<GitHubSandbox> gitHubSandbox() {
    return Optional.ofNullable(sandbox);
  }

  private static void page(HttpExchange exchange, String title, Html content) throws IOException {
    send(exchange, 200, "text/html", LocalHtml.page(title, content));
  }

  private static void json(HttpExchange exchange, JsonNode json) throws IOException {
    send(exchange, 200, "application/json", Json.write(json));
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
    Loopback.answer(
        exchange, status, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = LocalPages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("The program was built without its file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
