package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.local.testing.Activity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills the process after its first call that changes something in AWS or on GitHub, then after
/// its second, and so on until a webhook's whole way is done; each successor finds the same data
/// folder and must finish what was begun, once.
class CrashTest {
  /// More than a lease and the sweep's grace together: a dead worker's claim has run out by then.
  private static final Duration BETWEEN_LIVES = Duration.ofMinutes(3);

  private static final int MORE_THAN_IT_TAKES = 40;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private static final String WORKFLOW =
      """
      {"name": "Welcome", "trigger": "pr_created",
       "actions": [{"type": "assign_reviewer", "parameters": {"reviewer": "lead-developer"}},
                   {"type": "comment", "parameters": {"body": "Thanks for {{title}}"}},
                   {"type": "create_issue", "parameters": {"title": "Follow up on {{number}}."}},
                   {"type": "add_labels", "parameters": {"labels": ["triage"]}}]}
      """;

  @TempDir private Path data;

  @Test
  void nothing_is_lost_or_done_twice_wherever_the_process_dies() throws Exception {
    var acknowledged = new ArrayList<Boolean>();
    var survived = false;
    for (var calls = 1; !survived; calls++) {
      assertTrue(calls < MORE_THAN_IT_TAKES, "It never gets to the end: " + acknowledged);
      try (var child = ChildSystem.start(data, ahead(calls))) {
        if (calls == 1) {
          child.http().api("POST", "/v1/workflows", WORKFLOW);
        } else {
          finish(child, calls - 1, acknowledged.getLast());
        }
        child.arm(calls);
        acknowledged.add(send(child, calls, calls));
        survived = acknowledged.getLast() && isDone(child, calls);
      }
    }

    assertTrue(acknowledged.contains(false), "It never died before it had acknowledged");
    assertTrue(
        acknowledged.indexOf(true) < acknowledged.size() - 2,
        "It never died after it had acknowledged: " + acknowledged);
  }

  /// Sees to it that the pull request of the life before ends up as it should: by itself when it
  /// was acknowledged, else after GitHub's redelivery.
  private static void finish(ChildSystem child, int number, boolean acknowledged) throws Exception {
    if (acknowledged) {
      assertTrue(isDone(child, number), "It died without being told to");
    }
    assertTrue(send(child, number, number + 1), "A redelivery is accepted");
    assertTrue(isDone(child, number), "It died without being told to");
    child
        .http()
        .webhook("pull_request", "closed-" + number, pullRequest("closed", number, number + 1));
  }

  /// Posts the webhook, or posts it again.
  ///
  /// @return whether it was acknowledged
  private static boolean send(ChildSystem child, int number, int life) throws InterruptedException {
    try {
      var answer =
          child
              .http()
              .webhook("pull_request", "opened-" + number, pullRequest("opened", number, life));
      return answer.statusCode() == 202;
    } catch (IOException broken) {
      return survives(child, broken);
    }
  }

  /// Happens by the clock of a life, so that no promise is broken meanwhile.
  private static String pullRequest(String action, int number, int life) {
    return Payloads.pullRequest(action, number, 3, Instant.now().plus(ahead(life)));
  }

  private static Duration ahead(int life) {
    return BETWEEN_LIVES.multipliedBy(life);
  }

  /// Waits until the pull request has all it should have, and asserts that it has it once.
  ///
  /// @return false when the process died before
  private static boolean isDone(ChildSystem child, int number) throws Exception {
    var ended = new Activity().until(() -> hasEndedOrDied(child, number), PATIENCE);
    assertTrue(ended, "Pull request " + number + " was left half-done");
    try {
      assertEquals(
          List.of("comment", "issue", "label", "reviewer"), changes(child, number), "of " + number);
      return true;
    } catch (IOException broken) {
      return survives(child, broken);
    }
  }

  private static boolean hasEndedOrDied(ChildSystem child, int number) {
    try {
      try {
        return !child.isAlive() || hasEnded(child, number);
      } catch (IOException broken) {
        return !survives(child, broken);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /// @return false, always: a call breaks off only because the process dies
  private static boolean survives(ChildSystem child, IOException broken)
      throws InterruptedException {
    assertTrue(child.isDying(), "A living system broke off: " + broken);
    return false;
  }

  private static boolean hasEnded(ChildSystem child, int number)
      throws IOException, InterruptedException {
    var executions = child.http().get("/v1/executions?limit=100").path("items");
    return StreamSupport.stream(executions.spliterator(), false)
        .filter(e -> e.path("workflow_id").asText().equals("welcome"))
        .filter(e -> e.path("subject").asText().equals("pr#" + number))
        .anyMatch(e -> e.path("state").asText().equals("succeeded"));
  }

  private static List<String> changes(ChildSystem child, int number)
      throws IOException, InterruptedException {
    var journal = child.http().json("/_local/github.json").path("calls");
    return StreamSupport.stream(journal.spliterator(), false)
        .filter(call -> call.path("changed").asBoolean())
        .map(call -> kind(call, number))
        .filter(kind -> !kind.isEmpty())
        .sorted()
        .toList();
  }

  private static String kind(JsonNode call, int number) {
    var path = call.path("path").asText();
    if (path.endsWith("/pulls/" + number + "/requested_reviewers")) {
      return "reviewer";
    }
    if (path.endsWith("/issues/" + number + "/labels")) {
      return "label";
    }
    if (path.endsWith("/issues/" + number + "/comments")) {
      return "comment";
    }
    var isOurs = call.path("body").asText().contains("Follow up on " + number + ".");
    return path.endsWith("/issues") && isOurs ? "issue" : "";
  }
}
