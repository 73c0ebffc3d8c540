package dev.bellwether.adapter.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Origin;
import dev.bellwether.usecase.port.EventReader.Reading;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AccountTest {
  private static final Origin OTHERS = new Origin.Others();
  private static final String EXECUTION = "3f2c8a10-9d4e-3b7a-8c11-0a1b2c3d4e5f";
  private static final String MARKED = "Hi <!-- bellwether:" + EXECUTION + "/step-1 -->";

  @Test
  void what_our_account_does_is_our_own_in_whatever_case_its_name_is_told() {
    var labeled = "'action': 'labeled', 'sender': {'login': 'Bellwether[bot]'}";

    assertEquals(new Origin.Own(null), origin("bellwether[bot]", "issues", labeled));
    assertEquals(OTHERS, origin("bellwether", "issues", labeled));
    assertEquals(OTHERS, origin("", "issues", labeled));
  }

  @Test
  void an_event_without_a_sender_is_not_ours_for_want_of_a_login() {
    assertEquals(OTHERS, origin("", "issues", "'action': 'labeled', 'sender': {}"));
    assertEquals(OTHERS, origin("", "issues", "'action': 'labeled'"));
  }

  @Test
  void a_comment_with_our_marker_is_our_own_and_names_its_execution() {
    assertEquals(
        new Origin.Own(EXECUTION), origin("", "issue_comment", comment("created", MARKED)));
    assertEquals(new Origin.Own(EXECUTION), origin("", "issue_comment", comment("edited", MARKED)));
    assertEquals(OTHERS, origin("", "issue_comment", comment("deleted", MARKED)));
    assertEquals(OTHERS, origin("", "issue_comment", comment("created", "Hi bellwether:x/step-1")));
  }

  @Test
  void a_comment_that_is_edited_in_place_names_a_workflow_and_no_execution() {
    var upserted = comment("edited", "Hi <!-- bellwether:size-labels/comment-1 -->");

    assertEquals(new Origin.Own(null), origin("", "issue_comment", upserted));
  }

  @Test
  void of_several_markers_the_last_is_ours() {
    var quoting = "> <!-- bellwether:00000000-0000-0000-0000-000000000000/a -->\n" + MARKED;

    assertEquals(
        new Origin.Own(EXECUTION),
        origin("", "issue_comment", comment("created", quoting.replace("\n", "\\n"))));
  }

  @Test
  void an_issue_we_opened_is_ours_to_open_but_anybodys_to_label() {
    var issue = "'action': '%s', 'sender': {'login': 'ada'}, 'issue': {'body': '" + MARKED + "'}";

    assertEquals(new Origin.Own(EXECUTION), origin("", "issues", issue.formatted("opened")));
    assertEquals(OTHERS, origin("", "issues", issue.formatted("labeled")));
    assertEquals(OTHERS, origin("", "issues", issue.formatted("closed")));
  }

  @Test
  void a_comment_on_an_issue_of_ours_is_of_whoever_comments() {
    var theirs =
        "'action': 'created', 'comment': {'body': 'Me too'}, 'issue': {'body': '" + MARKED + "'}";

    assertEquals(OTHERS, origin("", "issue_comment", theirs));
  }

  @Test
  void what_somebody_else_makes_of_our_comment_is_theirs() {
    var edited =
        "'action': 'edited', 'sender': {'login': '%s'},"
            + " 'comment': {'user': {'login': 'octo-bot'}, 'body': '"
            + MARKED
            + "'}";

    assertEquals(OTHERS, origin("", "issue_comment", edited.formatted("ada")));
    assertEquals(
        new Origin.Own(EXECUTION), origin("", "issue_comment", edited.formatted("octo-bot")));
  }

  @Test
  void what_our_app_writes_for_a_user_is_our_own() {
    var written =
        "'action': 'created', 'sender': {'login': 'ada'},"
            + " 'comment': {'body': 'Hi', 'performed_via_github_app': {'slug': 'bellwether'}}";

    assertEquals(new Origin.Own(null), origin("bellwether[bot]", "issue_comment", written));
    assertEquals(OTHERS, origin("other[bot]", "issue_comment", written));
  }

  @Test
  void our_own_doing_is_still_told_with_its_triggers_and_facts() {
    var event = event("", "issue_comment", comment("created", MARKED));

    assertFalse(event.triggers().isEmpty());
    assertEquals(false, event.facts().get("sender_is_self").orElseThrow());
  }

  private static String comment(String action, String body) {
    return "'action': '%s', 'issue': {'number': 7}, 'comment': {'body': '%s'}"
        .formatted(action, body);
  }

  private static Origin origin(String login, String name, String payload) {
    return event(login, name, payload).origin();
  }

  private static Event event(String login, String name, String payload) {
    var body = "{'repository': {'full_name': 'octo/hello'}, %s}".formatted(payload);
    var bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return ((Reading.Known) new GitHubEvents(login).read(name, bytes, EventCases.RECEIVED)).event();
  }
}
