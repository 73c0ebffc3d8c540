package dev.bellwether.usecase.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.Stage;
import dev.bellwether.usecase.port.Comments;
import dev.bellwether.usecase.port.Items;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemActionsTest {
  private static final Subject ISSUE = Subject.parse("octo/hello", "issue#7");

  private final List<String> done = new ArrayList<>();
  private final Outside outside = new Outside();

  @Test
  void people_are_assigned_by_name_or_by_a_fact() {
    var facts = Facts.none().with("author", "octocat");

    perform(
        new AssignIssue(outside), ISSUE, Map.of("assignees", List.of("@ada", "{{author}}")), facts);

    assertEquals(List.of("assign [ada, octocat] to issue#7"), done);
    assertEquals(
        "bad_parameters",
        failure(perform(new AssignIssue(outside), ISSUE, Map.of("assignees", "{{gone}}"), facts)));
  }

  @Test
  void a_milestone_is_set_by_its_title() {
    perform(new SetMilestone(outside), ISSUE, Map.of("milestone", " v1 "), Facts.none());

    assertEquals(List.of("milestone v1 of issue#7"), done);
  }

  @Test
  void an_issue_is_closed_after_it_was_said_why() {
    perform(closeIssue(), ISSUE, Map.of("comment", "No answer"), Facts.none());

    assertEquals(List.of("say No answer on issue#7", "CLOSED issue#7"), done);
  }

  @Test
  void what_could_not_be_said_is_not_done() {
    outside.said = Outcome.failedForNow("busy");

    assertInstanceOf(
        Outcome.Failed.class,
        perform(closeIssue(), ISSUE, Map.of("comment", "No answer"), Facts.none()));
    assertEquals(List.of("say No answer on issue#7"), done);
  }

  @Test
  void nothing_is_said_where_nothing_is_to_be_said() {
    perform(MoveItem.reopen(outside, outside), Stage.PR, Map.of(), Facts.none());

    assertEquals(List.of("OPEN pr#42"), done);
  }

  @Test
  void a_pull_request_is_not_closed_as_an_issue_nor_an_issue_as_a_pull_request() {
    assertEquals("bad_subject", failure(perform(closeIssue(), Stage.PR, Map.of(), Facts.none())));
    assertEquals(
        "bad_subject",
        failure(perform(MoveItem.closePr(outside, outside), ISSUE, Map.of(), Facts.none())));
    assertEquals(List.of(), done);
  }

  private MoveItem closeIssue() {
    return MoveItem.closeIssue(outside, outside);
  }

  private static Outcome perform(
      Action action, Subject subject, Map<String, Object> parameters, Facts facts) {
    return action.perform(Calls.first(action, subject, parameters, facts));
  }

  private static String failure(Outcome outcome) {
    var failed = assertInstanceOf(Outcome.Failed.class, outcome);
    return assertInstanceOf(Failure.Permanent.class, failed.failure()).code();
  }

  private final class Outside implements Items, Comments {
    Outcome said = Outcome.done();

    @Override
    public Outcome assign(Subject item, List<String> logins) {
      done.add("assign %s to %s".formatted(logins, item.text()));
      return Outcome.done();
    }

    @Override
    public Outcome setMilestone(Subject item, String milestone) {
      done.add("milestone %s of %s".formatted(milestone, item.text()));
      return Outcome.done();
    }

    @Override
    public Outcome move(Subject item, State state) {
      done.add(state + " " + item.text());
      return Outcome.done();
    }

    @Override
    public Outcome post(Subject subject, String marker, String body) {
      done.add("say %s on %s".formatted(body, subject.text()));
      return said;
    }

    @Override
    public Outcome postOnce(Subject subject, String marker, String body) {
      return post(subject, marker, body);
    }

    @Override
    public Outcome upsert(Subject subject, String marker, String body) {
      return post(subject, marker, body);
    }
  }
}
