package dev.bellwether.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IssuesTest extends SandboxTest {
  private static final String REPOSITORY = "octo-org/hello-world";
  private static final String ISSUES = "/repos/octo-org/hello-world/issues";

  @Test
  void an_issue_is_opened_found_and_closed() {
    var opened =
        github.post(
            ISSUES, "{'title': 'Late', 'body': 'b', 'labels': ['sla'], 'assignees': ['a']}");
    var number = opened.json().path("number").asInt();

    var closed =
        github.call(
            "PATCH", ISSUES + "/" + number, "{'state': 'closed', 'state_reason': 'not_planned'}");

    assertEquals(201, opened.status());
    assertEquals(Map.of(number, "Late"), sandbox.issuesOf(REPOSITORY));
    assertEquals(List.of("sla"), sandbox.labelsOf(REPOSITORY, number));
    assertEquals("not_planned", closed.json().path("state_reason").asText());
    assertEquals(0, github.get(ISSUES + "?labels=sla").json().size());
    assertEquals(1, github.get(ISSUES + "?labels=sla&state=all").json().size());
    assertEquals(0, github.get(ISSUES + "?labels=other&state=all").json().size());
    assertEquals("closed octo-org/hello-world#1001", sandbox.journal().get(1).sentence());
  }

  @Test
  void issues_opened_here_do_not_take_the_numbers_webhooks_tell_of() {
    github.get(ISSUES + "/42");

    var first = github.post(ISSUES, "{'title': 'One'}").json();
    var second = github.post(ISSUES, "{'title': 'Two'}").json();

    assertEquals(1001, first.path("number").asInt());
    assertEquals(1002, second.path("number").asInt());
  }

  @Test
  void lists_come_in_pages_that_link_to_each_other() {
    for (int i = 1; i <= 5; i++) {
      github.post(ISSUES, "{'title': 'Number %d'}".formatted(i));
    }

    var second = github.get(ISSUES + "?per_page=2&page=2&direction=asc");

    assertEquals(2, second.json().size());
    assertEquals("Number 3", second.json().at("/0/title").asText());
    var link = second.header("Link");
    for (var relation : List.of("prev", "first", "next", "last")) {
      assertTrue(link.contains("rel=\"%s\"".formatted(relation)), link);
    }
    var next = link.replaceFirst(".*<([^>]+)>; rel=\"next\".*", "$1");
    assertEquals("Number 5", github.get(next).json().at("/0/title").asText());
    assertEquals("", github.get(ISSUES).header("Link"));
  }

  @Test
  void issues_are_listed_from_the_time_they_last_changed() {
    github.post(ISSUES, "{'title': 'Old'}");
    clock.pass(Duration.ofHours(1));
    github.post(ISSUES, "{'title': 'New'}");

    var found = github.get(ISSUES + "?since=2026-11-25T09:30:00Z").json();

    assertEquals(List.of("New"), found.findValuesAsText("title"));
  }

  @Test
  void comments_are_written_found_and_edited() {
    var path = ISSUES + "/42/comments";
    var id = github.post(path, "{'body': 'First'}").json().path("id").asLong();
    github.post(path, "{'body': 'Second'}");

    var edited = github.call("PATCH", ISSUES + "/comments/" + id, "{'body': 'Edited'}");
    var same = github.call("PATCH", ISSUES + "/comments/" + id, "{'body': 'Edited'}");

    assertEquals(200, edited.status());
    assertEquals(200, same.status());
    assertEquals(List.of("Edited", "Second"), sandbox.commentsOf(REPOSITORY, 42));
    assertEquals(List.of("Edited", "Second"), github.get(path).json().findValuesAsText("body"));
    assertEquals(204, github.call("DELETE", ISSUES + "/comments/" + id, "").status());
    assertEquals(404, github.get(ISSUES + "/comments/" + id).status());
    assertEquals(
        List.of(true, true, true, false, true),
        sandbox.journal().stream().filter(Call::isWrite).map(Call::changed).toList());
  }

  @Test
  void people_are_assigned_and_unassigned() {
    github.post(ISSUES + "/42/assignees", "{'assignees': ['a', 'b']}");

    var left = github.call("DELETE", ISSUES + "/42/assignees", "{'assignees': ['a']}");

    assertEquals("b", left.json().at("/assignees/0/login").asText());
    assertEquals(1, left.json().path("assignees").size());
  }
}
