package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/// Answers for the App, its installation, people, and the sandbox itself.
///
/// The sandbox sends no webhooks, so the list of their deliveries is empty.
///
/// See <https://docs.github.com/en/rest/apps>.
final class AppRoutes {
  private static final int INSTALLATION = 1;
  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private final Links links;
  private final Meter meter;

  AppRoutes(Links links, Meter meter) {
    this.links = links;
    this.meter = meter;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/", this::root),
        Route.of("GET", "/rate_limit", this::rateLimit),
        Route.of("GET", "/user", asked -> user(World.SELF)),
        Route.of("GET", "/users/{username}", asked -> user(asked.path("username"))),
        Route.of("GET", "/app", this::app),
        Route.of("GET", "/app/installations", this::installations),
        Route.of("GET", "/app/installations/{id}", this::installation),
        Route.of("POST", "/app/installations/{id}/access_tokens", this::token),
        Route.of("GET", "/app/hook/deliveries", this::deliveries),
        Route.of("GET", "/repos/{owner}/{repo}/installation", this::installation),
        Route.of("GET", "/repos/{owner}/{repo}/hooks/{hook}/deliveries", this::deliveries));
  }

  private Reply root(Asked asked) {
    return Reply.read(
        Json.object()
            .put("current_user_url", links.api() + "/user")
            .put("rate_limit_url", links.api() + "/rate_limit"),
        "looked around");
  }

  private Reply rateLimit(Asked asked) {
    return Reply.read(meter.toJson(asked.at()), "read the rate limit");
  }

  private Reply user(String login) {
    return Reply.read(links.user(login), "read the user " + login);
  }

  private Reply app(Asked asked) {
    var app =
        Json.object()
            .put("id", INSTALLATION)
            .put("slug", "bellwether-sandbox")
            .put("node_id", "A_1")
            .put("name", "Bellwether sandbox")
            .put("description", "")
            .put("external_url", links.api().toString())
            .put("html_url", links.web("apps/bellwether-sandbox"))
            .put("created_at", "2026-01-01T00:00:00Z")
            .put("updated_at", "2026-01-01T00:00:00Z");
    app.set("owner", links.user("octo-org"));
    app.set("permissions", permissions());
    app.set("events", Json.texts(List.of("pull_request", "issues", "workflow_run", "push")));
    return Reply.read(app, "read the App");
  }

  private Reply installations(Asked asked) {
    var account = "octo-org";
    return Reply.list(asked, Json.array().add(installation(account)), "listed the installations");
  }

  private Reply installation(Asked asked) {
    var owner = asked.path("owner");
    return Reply.read(
        installation(owner.isEmpty() ? "octo-org" : owner), "found the App's installation");
  }

  private ObjectNode installation(String account) {
    var id = links.api() + "/app/installations/" + INSTALLATION;
    var json =
        Json.object()
            .put("id", INSTALLATION)
            .put("app_id", INSTALLATION)
            .put("app_slug", "bellwether-sandbox")
            .put("target_id", Text.id(account))
            .put("target_type", "Organization")
            .put("repository_selection", "all")
            .put("access_tokens_url", id + "/access_tokens")
            .put("repositories_url", links.api() + "/installation/repositories")
            .put("html_url", links.web("organizations/" + account + "/settings/installations/1"))
            .put("created_at", "2026-01-01T00:00:00Z")
            .put("updated_at", "2026-01-01T00:00:00Z");
    json.set("account", links.user(account));
    json.set("permissions", permissions());
    json.set("events", Json.texts(List.of("pull_request", "issues", "workflow_run", "push")));
    return json;
  }

  /// Long and with dots, as real ones are; it opens nothing.
  private Reply token(Asked asked) {
    var about = Text.sha(asked.at().toString());
    var token = "ghs_sandbox." + about.repeat(4) + "." + about;
    var body =
        Json.object()
            .put("token", token)
            .put("expires_at", Text.time(asked.at().plus(TOKEN_LIFE)))
            .put("repository_selection", "all");
    body.set("permissions", permissions());
    return Reply.same(201, body, "gave out an installation token");
  }

  private Reply deliveries(Asked asked) {
    return Reply.list(asked, Json.array(), "listed the deliveries of webhooks");
  }

  private static ObjectNode permissions() {
    return Json.object()
        .put("checks", "write")
        .put("contents", "write")
        .put("issues", "write")
        .put("metadata", "read")
        .put("pull_requests", "write")
        .put("statuses", "write");
  }
}
