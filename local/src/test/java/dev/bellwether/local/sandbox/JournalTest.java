package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.local.testing.SettableTime;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final String REPOSITORY = "octo-org/hello-world";
  private static final String ISSUES = "/repos/octo-org/hello-world/issues";

  private final SettableTime clock = new SettableTime(Instant.parse("2026-11-25T09:00:00Z"));
  @TempDir Path data;

  @Test
  void a_restart_is_where_the_last_run_was() throws Exception {
    String before;
    long comment;
    try (var sandbox = start()) {
      var github = new Http(sandbox.url());
      sandbox.learn(
          new JsonMapper()
              .readTree(
                  """
                  {"action": "opened", "repository": {"full_name": "octo-org/hello-world"},
                   "pull_request": {"number": 7, "title": "Told", "user": {"login": "octocat"}}}
                  """));
      github.post(ISSUES, "{'title': 'Late', 'labels': ['sla']}");
      github.post(ISSUES, "{}");
      comment = github.post(ISSUES + "/7/comments", "{'body': 'One'}").json().path("id").asLong();
      before = sandbox.state().toString();
    }

    try (var sandbox = start()) {
      var github = new Http(sandbox.url());

      assertEquals(before, sandbox.state().toString());
      assertEquals(List.of(201, 422, 201), sandbox.journal().stream().map(Call::status).toList());
      assertEquals("One", github.get(ISSUES + "/comments/" + comment).json().path("body").asText());
      var next = github.post(ISSUES + "/7/comments", "{'body': 'Two'}").json();
      assertTrue(next.path("id").asLong() > comment, next.toString());
      assertEquals(1002, github.post(ISSUES, "{'title': 'Next'}").json().path("number").asInt());
    }
  }

  @Test
  void a_line_that_a_kill_cut_off_is_dropped_and_written_over() throws Exception {
    try (var sandbox = start()) {
      new Http(sandbox.url()).post(ISSUES, "{'title': 'Whole'}");
    }
    var file = data.resolve("github-sandbox.jsonl");
    Files.writeString(file, "{\"at\":\"2026-11-25T09:00", StandardOpenOption.APPEND);

    try (var sandbox = start()) {
      new Http(sandbox.url()).post(ISSUES, "{'title': 'After'}");
    }

    try (var sandbox = start()) {
      assertEquals(List.of("Whole", "After"), List.copyOf(sandbox.issuesOf(REPOSITORY).values()));
    }
  }

  @Test
  void a_file_of_somebody_elses_is_refused_and_left_alone() throws Exception {
    var file = Files.writeString(data.resolve("github-sandbox.jsonl"), "not ours\n");

    var error = assertThrows(UncheckedIOException.class, this::start);

    assertTrue(String.valueOf(error.getCause()).contains("github-sandbox.jsonl"));
    assertEquals("not ours\n", Files.readString(file));
  }

  @Test
  void no_credential_reaches_the_file() throws Exception {
    try (var sandbox = start()) {
      new Http(sandbox.url()).post(ISSUES, "{'title': 'Late'}");
    }

    assertFalse(Files.readString(data.resolve("github-sandbox.jsonl")).contains("canary-token"));
  }

  @Test
  void a_listeners_complaint_fails_the_close_and_not_the_call() {
    var sandbox = GitHubSandbox.start(Optional.empty(), clock);
    sandbox.onCall(
        call -> {
          throw new AssertionError("wrong: " + call.path());
        });

    assertEquals(200, new Http(sandbox.url()).get(ISSUES).status());
    var failure = assertThrows(AssertionError.class, sandbox::close);
    assertEquals("wrong: " + ISSUES, failure.getSuppressed()[0].getMessage());
  }

  private GitHubSandbox start() {
    return GitHubSandbox.start(Optional.of(data), clock);
  }
}
