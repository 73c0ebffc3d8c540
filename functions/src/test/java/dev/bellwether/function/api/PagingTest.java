package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.testing.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists that go on, and lists of some.
class PagingTest {
  private final ApiClient client = new ApiClient();

  @Test
  void a_list_goes_on_by_its_cursor_whatever_comes_in_at_the_front() {
    for (int n = 0; n < 7; n++) {
      client.executions.create(Given.anExecution("d-" + n, NOW.minusSeconds(n)));
    }

    var first = json(client.get("/v1/executions?limit=3"));
    client.executions.create(Given.anExecution("d-new", NOW.plusSeconds(1)));
    var second = json(client.get("/v1/executions?limit=3&cursor=" + next(first)));
    var third = json(client.get("/v1/executions?limit=3&cursor=" + next(second)));

    assertEquals(List.of("d-0", "d-1", "d-2"), causes(first));
    assertEquals(List.of("d-3", "d-4", "d-5"), causes(second));
    assertEquals(List.of("d-6"), causes(third));
    assertFalse(third.has("next"));
  }

  @Test
  void workflows_and_their_versions_and_clocks_go_on_too() {
    for (int n = 10; n < 17; n++) {
      client.workflows.save(Given.aWorkflow("w" + n));
      client.clocks.create(Given.aClock(n, NOW.minusSeconds(n)));
    }
    for (int version = 1; version < 7; version++) {
      client.workflows.save(Given.aWorkflow("w10").withVersion(version));
    }

    assertEquals(
        IntStream.range(10, 17).mapToObj(n -> "w" + n).toList(), all("/v1/workflows", "/id"));
    assertEquals(
        List.of("7", "6", "5", "4", "3", "2", "1"), all("/v1/workflows/w10/versions", "/version"));
    assertEquals(7, new TreeSet<>(all("/v1/sla/clocks", "/subject")).size());
  }

  @ParameterizedTest
  @CsvSource({
    "repository=octo/hello,                      a1 b1 a2",
    "repository=octo/hello&subject=pr%2342,      a1 a2",
    "workflow=b,                                 b1",
    "workflow=a&repository=octo/other,           o1",
    "state=queued&workflow=a,                    a1 o1 a2",
    "state=failed,                               ''",
    "from=2026-11-25T09:29:58Z,                  a1 b1",
    "to=2026-11-25T09:29:58Z,                    o1 a2",
    "'from=2026-11-25&to=2026-11-26',            a1 b1 o1 a2",
  })
  void executions_are_listed_by_what_is_asked_for(String query, String causes) {
    execution("a", "octo/hello", "42", "a1", 0);
    execution("b", "octo/hello", "43", "b1", 1);
    execution("a", "octo/other", "42", "o1", 3);
    execution("a", "octo/hello", "42", "a2", 4);

    assertEquals(causes.isEmpty() ? List.of() : List.of(causes.split(" ")), causesOf(query));
  }

  @Test
  void few_of_many_are_found_by_reading_on() {
    for (int n = 0; n < 90; n++) {
      var repository = n % 30 == 29 ? "octo/hello" : "octo/hidden";
      execution("a", repository, String.valueOf(n), "d-" + n, n);
    }

    var query = "workflow=a&repository=octo/hello";
    assertEquals(List.of("d-29", "d-59", "d-89"), causesOf(query));
    assertEquals(List.of("d-29", "d-59", "d-89"), all("/v1/executions?" + query, "/cause/id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/executions?cursor=%25",
        "/v1/executions?cursor=bm9uc2Vuc2U",
        "/v1/executions?cursor=MjAyNi0wMC0wMFQwMDowMDowMC4wMDBa",
        "/v1/workflows/a/versions?cursor=bm9uc2Vuc2U",
        "/v1/audit?cursor=bm9uc2Vuc2U",
        "/v1/executions?subject=pr%2342",
        "/v1/executions?repository=octo/hello&subject=42",
        "/v1/executions?repository=",
        "/v1/executions?state=lost",
        "/v1/executions?from=yesterday",
        "/v1/executions?from=2026-11-26",
        "/v1/executions?from=2026-11-26&to=2026-11-25",
        "/v1/executions?from=-999999999-01-01T00:00:00Z",
        "/v1/deliveries?subject=pr%2342",
        "/v1/incidents?state=lost",
        "/v1/sla/violations?limit=0",
      })
  void what_is_not_understood_is_refused_with_the_reason(String path) {
    client.workflows.save(Given.aWorkflow("a"));

    var answer = client.get(path);

    assertEquals(400, answer.getStatusCode(), answer::getBody);
    assertTrue(json(answer).required("detail").textValue().length() > 20);
  }

  @Test
  void an_unknown_parameter_is_named_with_the_known_ones() {
    assertEquals(
        "Unknown parameter page; known are cursor, from, limit, repository, subject, to",
        json(client.get("/v1/deliveries?page=2")).required("detail").textValue());
  }

  private void execution(
      String workflow, String repository, String number, String delivery, int secondsAgo) {
    var at = NOW.minusSeconds(secondsAgo);
    client.executions.create(
        Given.anExecutionOf(
            Given.aWorkflow(workflow).withVersion(1),
            new Subject(SubjectKind.PR, repository, number),
            delivery,
            at));
  }

  private List<String> causesOf(String query) {
    return causes(json(client.get("/v1/executions?" + query)));
  }

  private List<String> all(String path, String pointer) {
    var found = new ArrayList<String>();
    var cursor = "";
    do {
      var start = path + (path.contains("?") ? "&" : "?");
      var page = json(client.get(start + "limit=3&cursor=" + cursor));
      page.required("items").forEach(item -> found.add(item.at(pointer).asText()));
      cursor = page.path("next").asText();
    } while (!cursor.isEmpty());
    return found;
  }

  private static String next(JsonNode page) {
    return page.required("next").textValue();
  }

  private static List<String> causes(JsonNode page) {
    return StreamSupport.stream(page.required("items").spliterator(), false)
        .map(item -> item.at("/cause/id").textValue())
        .toList();
  }
}
