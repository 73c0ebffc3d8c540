package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabelsTest extends SandboxTest {
  private static final String REPOSITORY = "octo-org/hello-world";
  private static final String ON_ISSUE = "/repos/octo-org/hello-world/issues/42/labels";
  private static final String OF_REPOSITORY = "/repos/octo-org/hello-world/labels";

  @Test
  void a_label_is_put_on_once_and_made_in_the_repository() {
    var first = github.post(ON_ISSUE, "{'labels': ['status: ready_for_review']}");
    github.post(ON_ISSUE, "{'labels': ['Status: Ready_for_review', 'bug']}");

    assertEquals(200, first.status());
    assertEquals(List.of("bug", "status: ready_for_review"), sandbox.labelsOf(REPOSITORY, 42));
    assertEquals(
        List.of("bug", "status: ready_for_review"),
        github.get(OF_REPOSITORY).json().findValuesAsText("name"));
    assertEquals(
        "labelled octo-org/hello-world#42 \"status: ready_for_review\"",
        sandbox.journal().getFirst().sentence());
  }

  @Test
  void labels_are_replaced_and_taken_off() {
    github.post(ON_ISSUE, "{'labels': ['a', 'b/c']}");

    var removed = github.call("DELETE", ON_ISSUE + "/b%2Fc", "");
    var absent = github.call("DELETE", ON_ISSUE + "/b%2Fc", "");
    github.call("PUT", ON_ISSUE, "{'labels': ['x', 'y']}");

    assertEquals(List.of("a"), removed.json().findValuesAsText("name"));
    assertEquals(404, absent.status());
    assertEquals("Label does not exist", absent.json().path("message").asText());
    assertEquals(List.of("x", "y"), github.get(ON_ISSUE).json().findValuesAsText("name"));
    assertEquals(204, github.call("DELETE", ON_ISSUE, "").status());
    assertEquals(List.of(), sandbox.labelsOf(REPOSITORY, 42));
  }

  @Test
  void a_repositorys_label_is_created_once_edited_and_deleted() {
    var label = "{'name': 'sla', 'color': 'ff0000', 'description': 'Late'}";
    assertEquals(404, github.get(OF_REPOSITORY + "/sla").status());

    var created = github.post(OF_REPOSITORY, label);
    var again = github.post(OF_REPOSITORY, label);
    github.post(ON_ISSUE, "{'labels': ['sla']}");
    github.call("PATCH", OF_REPOSITORY + "/sla", "{'new_name': 'late'}");

    assertEquals(201, created.status());
    assertEquals(422, again.status());
    assertEquals("already_exists", again.json().at("/errors/0/code").asText());
    assertEquals("ff0000", github.get(OF_REPOSITORY + "/late").json().path("color").asText());
    assertEquals(List.of("late"), sandbox.labelsOf(REPOSITORY, 42));
    assertEquals(204, github.call("DELETE", OF_REPOSITORY + "/late", "").status());
    assertEquals(List.of(), sandbox.labelsOf(REPOSITORY, 42));
  }

  @Test
  void a_label_longer_than_github_allows_is_refused() {
    var answer = github.post(ON_ISSUE, "{'labels': ['%s']}".formatted("x".repeat(51)));

    assertEquals(422, answer.status());
    assertEquals(List.of(), sandbox.labelsOf(REPOSITORY, 42));
  }
}
