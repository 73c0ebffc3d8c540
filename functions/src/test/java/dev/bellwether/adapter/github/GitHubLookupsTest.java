package dev.bellwether.adapter.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.http.TestServer;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.Lookups.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is read for which facts, and what it comes to; the cases are in `cases/lookups`.
class GitHubLookupsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final String REPO = "/repos/octo/hello";
  private static final String FILES = "GET " + REPO + "/pulls/42/files?per_page=100&page=";

  private final TestServer server = new TestServer();
  private final GitHubLookups lookups =
      new GitHubLookups(
          new GitHubClient(
              server::base, new Web(() -> NOW), () -> Map.of("token", "ghp_canary"), () -> NOW));

  GitHubLookupsTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  record Case(JsonNode json) {
    @Override
    public String toString() {
      return json.path("case").asText();
    }
  }

  static List<Case> cases() throws IOException {
    try (var in = GitHubLookupsTest.class.getResourceAsStream("/cases/lookups/lookups.json")) {
      var cases = Json.read(in.readAllBytes());
      return StreamSupport.stream(cases.spliterator(), false).map(Case::new).toList();
    }
  }

  /// Every answer is asked for, once, and nothing else is.
  @ParameterizedTest
  @MethodSource("cases")
  void finds_what_is_wanted_by_no_more_than_it_takes(Case one) {
    var known = Json.map(one.json().path("known"));
    one.json()
        .path("answers")
        .properties()
        .forEach(
            answer ->
                server.answer(
                    line(answer.getKey()),
                    answer.getValue().isNull() ? 404 : 200,
                    answer.getValue().toString()));

    var answer = lookUp(one.json().path("subject").asText(), known, texts(one.json(), "names"));

    var expected = new LinkedHashMap<>(known);
    expected.putAll(Json.map(one.json().path("found")));
    var found = assertInstanceOf(Answer.Found.class, answer, answer::toString).facts();
    assertEquals(Json.tree(expected), Json.read(Json.write(found.values())));
    var asked = new ArrayList<String>();
    one.json().path("answers").fieldNames().forEachRemaining(key -> asked.add(line(key)));
    assertEquals(asked, server.asked().stream().map(TestServer.Asked::line).toList());
  }

  @Test
  void every_fact_of_the_cases_is_one_that_can_be_looked_up() {
    assertTrue(
        GitHubLookups.names()
            .containsAll(
                Set.of(
                    "files",
                    "approvals",
                    "approved_by",
                    "changes_requested_by",
                    "checks_succeeded",
                    "checks_failed",
                    "checks_pending",
                    "checks_neutral",
                    "checks_skipped",
                    "commits_behind",
                    "mergeable",
                    "mergeable_state",
                    "unresolved_threads",
                    "commits_verified",
                    "author_permission",
                    "author_teams",
                    "last_author_activity_at",
                    "labels",
                    "state",
                    "draft",
                    "number")));
  }

  @Test
  void files_are_read_page_by_page_up_to_as_many_as_github_lists() {
    IntStream.rangeClosed(1, 31).forEach(page -> server.answer(FILES + page, 200, hundred(page)));

    var found = assertInstanceOf(Answer.Found.class, lookUp("pr#42", Map.of(), Set.of("files")));

    assertEquals(3000, found.facts().texts("files").size());
    assertEquals(30, server.lines().size());
  }

  @Test
  void threads_are_read_page_by_page() {
    var page =
        """
        {"data": {"repository": {"pullRequest": {"reviewThreads": {"nodes": [{"isResolved": false}],
          "pageInfo": {"hasNextPage": %s, "endCursor": "c-1"}}}}}}\
        """;
    server.answer("POST /graphql", 200, page.formatted(true));
    server.answer("POST /graphql", 200, page.formatted(false));

    var found =
        assertInstanceOf(
            Answer.Found.class, lookUp("pr#42", Map.of(), Set.of("unresolved_threads")));

    assertEquals(2, found.facts().number("unresolved_threads").orElseThrow());
    assertTrue(server.lines().getLast().contains("\"after\":\"c-1\""), server.lines()::toString);
  }

  @Test
  void commits_that_github_does_not_list_are_not_taken_for_verified() {
    var commits = "GET " + REPO + "/pulls/42/commits?per_page=100&page=";
    var verified = "{\"commit\":{\"verification\":{\"verified\":true}}}";
    server.answer(commits + 1, 200, list(verified, 100));
    server.answer(commits + 2, 200, list(verified, 100));
    server.answer(commits + 3, 200, list(verified, 50));

    var answer = lookUp("pr#42", Map.of(), Set.of("commits_verified"));

    assertEquals(new Answer.Found(Facts.none()), answer);
  }

  @Test
  void what_github_still_works_out_is_asked_for_again_soon() {
    server.answer("GET " + REPO + "/pulls/42", 200, "{\"state\":\"open\",\"mergeable\":null}");

    assertEquals(
        new Answer.Failed(
            new Failure.Transient(
                "not_computed",
                "GitHub has not worked out yet whether #42 can be merged",
                Duration.ofSeconds(5))),
        lookUp("pr#42", Map.of(), Set.of("mergeable")));
  }

  @Test
  void what_github_refuses_fails_and_nothing_is_known_by_half() {
    server.answer(FILES + 1, 200, "[{\"filename\":\"a\"}]");

    var failed =
        assertInstanceOf(
            Answer.Failed.class, lookUp("pr#42", Map.of(), Set.of("files", "approvals")));

    assertEquals("http_404", failed.failure().code());
    assertInstanceOf(Failure.Permanent.class, failed.failure());
  }

  @Test
  void what_belongs_to_no_repository_is_not_asked_for() {
    var task = Subject.parse("-", "task#1");

    assertInstanceOf(Answer.Failed.class, lookups.lookUp(task, Facts.none(), Set.of("files")));
    assertEquals(List.of(), server.lines());
  }

  private Answer lookUp(String subject, Map<String, Object> known, Set<String> names) {
    return lookups.lookUp(
        Subject.parse("octo/hello", subject), new Facts(new LinkedHashMap<>(known)), names);
  }

  private static String line(String shortened) {
    return shortened.startsWith("POST") ? shortened : shortened.replace("GET ", "GET " + REPO);
  }

  private static Set<String> texts(JsonNode json, String key) {
    return StreamSupport.stream(json.path(key).spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private static String hundred(int page) {
    return Json.write(
        IntStream.range(0, 100).mapToObj(i -> Map.of("filename", page + "/" + i)).toList());
  }

  private static String list(String item, int times) {
    return "[" + String.join(",", Collections.nCopies(times, item)) + "]";
  }
}
