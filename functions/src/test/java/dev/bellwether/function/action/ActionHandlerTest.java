package dev.bellwether.function.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.usecase.Stage;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ActionHandlerTest {
  private final Stage stage = new Stage();
  private final RecordingContext context = new RecordingContext();
  private Outcome outcome = Outcome.done();
  private final ActionHandler handler = new ActionHandler(() -> stage.running(new Act()), () -> {});

  @Test
  void carries_out_what_the_messages_name() {
    var execution = stage.stored(ActionSpec.of("s", "act", Map.of()));

    var handedBack = handle("{\"execution_id\":\"%s\"}".formatted(execution.id()));

    assertEquals(List.of(), handedBack);
    assertEquals("act in request-1/m0", stage.journal.get(1));
    var line = context.lines().getFirst();
    assertEquals("execution carried on", line.path("message").asText());
    assertEquals("succeeded", line.path("result").asText());
    assertEquals(execution.id().value(), line.path("execution_id").asText());
    assertEquals("d-1", line.path("cause").asText());
    assertEquals("review", line.path("workflow_id").asText());
    assertEquals("m0", line.path("message_id").asText());
  }

  @Test
  void one_message_s_trouble_takes_no_other_down() {
    var execution = stage.stored(ActionSpec.of("s", "act", Map.of()));

    var handedBack =
        handle(
            "not json: canary",
            "{\"repository\":\"octo/hello\"}",
            "[]",
            "{\"execution_id\":\"unknown\"}",
            "{\"execution_id\":\"%s\"}".formatted(execution.id()));

    assertEquals(List.of("m0", "m1", "m2"), handedBack);
    assertEquals(
        List.of("ERROR", "ERROR", "ERROR", "INFO", "INFO"),
        context.lines().stream().map(line -> line.path("level").asText()).toList());
    assertEquals("gone", context.lines().get(3).path("result").asText());
    assertFalse(context.log.toString().contains("canary"), context.log.toString());
  }

  @Test
  void a_store_that_breaks_hands_the_message_back_and_says_which_execution() {
    var execution = stage.stored(ActionSpec.of("s", "act", Map.of()));
    stage.isBroken = true;

    var handedBack = handle("{\"execution_id\":\"%s\"}".formatted(execution.id()));

    assertEquals(List.of("m0"), handedBack);
    var line = context.lines().getFirst();
    assertEquals("execution could not be carried on", line.path("message").asText());
    assertEquals(execution.id().value(), line.path("execution_id").asText());
  }

  @Test
  void what_another_worker_holds_is_handed_back() {
    var execution = stage.stored(ActionSpec.of("s", "act", Map.of()));
    stage.claim(execution.id(), "other", Stage.T0, Stage.T0.plusSeconds(45));

    var handedBack = handle("{\"execution_id\":\"%s\"}".formatted(execution.id()));

    assertEquals(List.of("m0"), handedBack);
    assertEquals("held", context.lines().getFirst().path("result").asText());
  }

  @Test
  void what_ended_waits_or_was_taken_over_is_done_with() {
    var message = "{\"execution_id\":\"%s\"}";
    var execution = stage.stored(ActionSpec.of("s", "act", Map.of()));
    outcome = Outcome.failedForNow("busy");

    assertEquals(List.of(), handle(message.formatted(execution.id())));
    stage.now = stage.now(execution).wakeAt();
    outcome = Outcome.failedForGood("GitHub answered 404");
    assertEquals(List.of(), handle(message.formatted(execution.id())));
    assertEquals(List.of(), handle(message.formatted(execution.id())));
    var other = Stage.execution(Stage.OTHER_PR, Facts.none(), ActionSpec.of("s", "act", Map.of()));
    stage.create(other);
    stage.claimIsLost = true;
    assertEquals(List.of(), handle(message.formatted(other.id())));

    assertEquals(
        List.of("waiting", "failed", "failed", "taken_over"),
        context.lines().stream().map(line -> line.path("result").asText()).toList());
    var failed = context.lines().get(1);
    assertEquals("ERROR", failed.path("level").asText());
    assertEquals("GitHub answered 404", failed.path("reason").asText());
  }

  @Test
  void a_step_that_failed_for_good_is_an_error_where_the_execution_goes_on_without_it_too() {
    var mayFail = ActionSpec.of("s", "act", Map.of()).onError(ActionSpec.OnError.CONTINUE);
    var execution = stage.stored(mayFail);
    outcome = Outcome.failedForGood("GitHub answered 404");

    handle("{\"execution_id\":\"%s\"}".formatted(execution.id()));

    var line = context.lines().getFirst();
    assertEquals("succeeded", line.path("result").asText());
    assertEquals("ERROR", line.path("level").asText());
    assertEquals("GitHub answered 404", line.path("reason").asText());
  }

  @Test
  void what_there_is_no_time_for_is_not_begun() {
    var execution = stage.stored(ActionSpec.of("s", "act", Map.of()));
    context.remainingMillis = 5_000;

    var handedBack = handle("{\"execution_id\":\"%s\"}".formatted(execution.id()));

    assertEquals(List.of("m0"), handedBack);
    assertTrue(stage.journal.isEmpty());
  }

  private List<String> handle(String... bodies) {
    var event = new SQSEvent();
    event.setRecords(
        new ArrayList<>(
            IntStream.range(0, bodies.length).mapToObj(i -> message("m" + i, bodies[i])).toList()));
    return handler.handleRequest(event, context).getBatchItemFailures().stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private static SQSMessage message(String id, String body) {
    var message = new SQSMessage();
    message.setMessageId(id);
    message.setBody(body);
    return message;
  }

  private final class Act implements Action {
    @Override
    public ActionSignature signature() {
      return new ActionSignature("act", "For tests.", Repeat.SAFE, List.of());
    }

    @Override
    public Outcome perform(Call call) {
      stage.write("act in " + stage.worker);
      return outcome;
    }
  }
}
