package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.testing.Given;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SteeringRoutesTest {
  private final ApiClient client = new ApiClient();

  @Test
  void a_cancelled_execution_is_told_and_a_message_sent_for_it() {
    var execution = Given.anExecution("d-1", NOW);
    client.executions.create(execution);

    var answer = post(execution, "cancel", "{\"by\": \"octocat\", \"comment\": \"a mistake\"}");

    assertEquals(202, answer);
    assertEquals(
        List.of(Signal.cancel("octocat", NOW, "a mistake")),
        client.executions.signals(execution.id()));
    assertEquals(1, client.queue.sent().size());
  }

  @Test
  void what_has_ended_cannot_be_cancelled_and_what_is_unknown_is_not_found() {
    var ended = ended();

    assertEquals(409, post(ended, "cancel", "{}"));
    assertEquals(404, post(Given.anExecution("other", NOW), "cancel", "{}"));
  }

  @Test
  void an_approval_names_the_step_that_waits_and_only_one_that_waits() {
    var waiting = waiting(Map.of("approvers", List.of("lead")));

    assertEquals(403, post(waiting, "approve", "{\"by\": \"octocat\"}"));
    assertEquals(409, post(waiting, "approve", "{\"by\": \"lead\", \"step\": \"other\"}"));
    assertEquals(202, post(waiting, "approve", "{\"by\": \"lead\", \"comment\": \"fine\"}"));

    assertEquals(
        List.of(new Signal(Signal.Kind.APPROVE, "step-1", "lead", NOW, "fine")),
        client.executions.signals(waiting.id()));
  }

  @Test
  void a_rejection_is_told_as_one() {
    var waiting = waiting(Map.of());

    assertEquals(202, post(waiting, "reject", "{}"));

    var said = client.executions.signals(waiting.id()).getFirst();
    assertEquals(Signal.Kind.REJECT, said.kind());
    assertEquals("admin", said.by());
  }

  @Test
  void a_replay_answers_with_the_new_execution_and_the_same_key_with_the_same() {
    var ended = ended();

    var first = replay(ended, "{\"from\": \"start\"}", "k-1");
    var again = replay(ended, "{\"from\": \"start\"}", "k-1");
    var other = replay(ended, "{}", "k-2");

    assertEquals(first, again);
    assertTrue(!first.equals(other) && !first.equals(ended.id().value()));
    assertEquals(409, post(Given.anExecution("d-2", NOW), "replay", "{}", true));
  }

  @Test
  void what_is_not_understood_is_refused_with_its_pointer() {
    var answer =
        client.send("POST", "/v1/executions/x/replay", "{\"from\": \"middle\", \"when\": \"now\"}");

    assertEquals(422, answer.getStatusCode());
    assertEquals(
        List.of("/from", "/when"), json(answer).required("errors").findValuesAsText("pointer"));
  }

  private Execution ended() {
    var execution = Given.anExecution("d-1", NOW);
    client.executions.create(execution);
    client.executions.claim(execution.id(), "w", NOW, NOW.plusSeconds(45));
    var ended = execution.running().endedAt(NOW, new Ending(ExecutionState.FAILED, "it failed"));
    client.executions.record(ended, "w", NOW);
    return ended;
  }

  private Execution waiting(Map<String, Object> parameters) {
    var execution =
        Given.anExecutionOf(Given.aWorkflowOf(Execution.APPROVAL).withVersion(1), "d-1", NOW);
    client.executions.create(execution);
    client.executions.claim(execution.id(), "w", NOW, NOW.plusSeconds(45));
    var waiting =
        execution
            .running()
            .withStep(0, s -> s.startedAt(NOW, parameters))
            .withStep(0, s -> s.pendingUntil(NOW.plusSeconds(60), "an approval", Map.of()))
            .waitingUntil(NOW.plusSeconds(60));
    client.executions.record(waiting, "w", NOW);
    return waiting;
  }

  private int post(Execution execution, String verb, String body) {
    return post(execution, verb, body, false);
  }

  private int post(Execution execution, String verb, String body, boolean isNew) {
    if (isNew) {
      client.executions.create(execution);
    }
    var path = "/v1/executions/%s/%s".formatted(execution.id(), verb);
    return client.send("POST", path, body).getStatusCode();
  }

  private String replay(Execution execution, String body, String key) {
    var path = "/v1/executions/%s/replay".formatted(execution.id());
    var answer = client.send("POST", path, body, "idempotency-key", key);
    return json(answer).required("execution_id").asText();
  }
}
