package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AppTest extends SandboxTest {
  @Test
  void an_app_finds_its_installation_and_gets_a_token() {
    var app = github.get("/app").json();
    var installation = github.get("/repos/octo-org/hello-world/installation").json();
    var path = "/app/installations/%d/access_tokens".formatted(installation.path("id").asInt());

    var token = github.post(path, "");

    assertEquals(app.path("id"), installation.path("app_id"));
    assertEquals(201, token.status());
    assertTrue(token.json().path("token").asText().startsWith("ghs_"));
    assertEquals("2026-11-25T10:00:00Z", token.json().path("expires_at").asText());
  }

  @Test
  void no_token_given_out_and_no_credential_sent_is_in_the_journal() {
    var token = github.post("/app/installations/1/access_tokens", "").json().path("token").asText();

    var journal = sandbox.toJson().toString();

    assertTrue(journal.contains("access_tokens"), journal);
    assertEquals(-1, journal.indexOf(token));
    assertEquals(-1, journal.indexOf("canary-token-of-the-test"));
  }

  @Test
  void everybody_may_write_to_every_repository() {
    var repository = "/repos/octo-org/hello-world";

    var permission = github.get(repository + "/collaborators/octocat/permission").json();

    assertEquals("write", permission.path("permission").asText());
    assertEquals("octocat", permission.at("/user/login").asText());
    assertEquals(204, github.get(repository + "/assignees/octocat").status());
    assertEquals(repository.substring(7), github.get(repository).json().path("full_name").asText());
  }

  @Test
  void no_webhook_was_sent_so_none_was_delivered() {
    assertEquals(0, github.get("/app/hook/deliveries").json().size());
  }
}
