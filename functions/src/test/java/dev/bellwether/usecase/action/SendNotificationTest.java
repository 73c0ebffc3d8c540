package dev.bellwether.usecase.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.github.GitHubCommentNotifier;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SendNotificationTest {
  private static final Map<String, Object> BOTH =
      Map.of("channels", List.of("slack", "email"), "message", "Look at {{title}}");

  private final RecordingOutside outside = new RecordingOutside();
  private final SendNotification action =
      new SendNotification(List.of(outside.notifier("slack"), outside.notifier("email")));

  @Test
  void a_notice_about_a_build_goes_to_the_conversation_of_its_pull_request() {
    var action = new SendNotification(List.of(new GitHubCommentNotifier(outside.comments)));
    var build = new Subject(SubjectKind.BUILD, "octo/hello", "7001.1");
    var parameters = Map.<String, Object>of("channel", "github_comment", "message", "late");

    action.perform(Calls.first(action, build, parameters, new Facts(Map.of("number", 42))));

    var call = outside.calls.getFirst();
    assertTrue(call.startsWith("post once on pr#42 "), call);
  }

  @Test
  void tells_by_every_channel_in_plain_text() {
    var call = Calls.first(action, BOTH, new Facts(Map.of("title", "<fix>")));

    var outcome = action.perform(call);

    assertEquals(new Outcome.Done(Map.of("told", List.of("slack", "email"))), outcome);
    var notice = new Notice(call.key(), Stage.PR, 0, "Review", "Look at <fix>");
    assertEquals(List.of(notice, notice), outside.notices);
  }

  @Test
  void takes_one_channel_a_title_and_a_level() {
    var parameters =
        Map.<String, Object>of("channel", "email", "message", "m", "title", "t", "level", 3);
    assertEquals(Map.of(), action.signature().faults(parameters));

    action.perform(Calls.first(action, parameters, Facts.none()));

    assertEquals(List.of("tell by email"), outside.calls);
    assertEquals(3, outside.notices.getFirst().level());
    assertEquals("t", outside.notices.getFirst().title());
  }

  @Test
  void one_channel_s_failure_keeps_no_other_from_being_told() {
    outside.answers.put(
        "tell by slack",
        new Outcome.Failed(new Failure.Transient("busy", Duration.ofSeconds(7)), Map.of()));

    var outcome = action.perform(Calls.first(action, BOTH, Facts.none()));

    assertEquals(
        new Outcome.Failed(
            new Failure.Transient("slack: busy", Duration.ofSeconds(7)),
            Map.of("told", List.of("email"))),
        outcome);
  }

  @Test
  void who_was_told_is_not_told_again() {
    var call = Calls.second(action, BOTH, Map.of("told", List.of("email")));

    var outcome = action.perform(call);

    assertEquals(List.of("tell by slack"), outside.calls);
    assertEquals(new Outcome.Done(Map.of("told", List.of("email", "slack"))), outcome);
  }

  @Test
  void is_worth_another_attempt_while_any_channel_s_failure_may_pass() {
    outside.answers.put("tell by slack", Outcome.failedForGood("not set up"));
    outside.answers.put("tell by email", Outcome.failedForNow("busy"));

    var failed =
        assertInstanceOf(
            Outcome.Failed.class, action.perform(Calls.first(action, BOTH, Facts.none())));

    assertEquals(Failure.Transient.of("slack: not set up; email: busy"), failed.failure());

    outside.answers.remove("tell by email");
    failed =
        assertInstanceOf(
            Outcome.Failed.class, action.perform(Calls.first(action, BOTH, Facts.none())));

    assertEquals(new Failure.Permanent("slack: not set up"), failed.failure());
    assertEquals(Map.of("told", List.of("email")), failed.progress());
  }

  @Test
  void a_definition_may_name_only_channels_that_exist_and_must_name_one() {
    assertEquals(
        Map.of("channels", "channels must be one of [slack, email], not 'pigeon'"),
        action.signature().faults(Map.of("channels", List.of("slack", "pigeon"), "message", "m")));
    assertEquals(
        Map.of("channels", "send_notification needs at least one of [channels, channel]"),
        action.signature().faults(Map.of("message", "m")));
  }
}
