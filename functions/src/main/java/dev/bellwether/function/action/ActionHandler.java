package dev.bellwether.function.action;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.function.Environment;
import dev.bellwether.function.LogLine;
import dev.bellwether.function.Priming;
import dev.bellwether.function.Wiring;
import dev.bellwether.usecase.RunExecution;
import dev.bellwether.usecase.RunExecution.Result;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Carries out the executions that a batch of messages names.
///
/// Each message stands alone: those that could not be dealt with are handed back, to come again and
/// in the end to reach the dead letter queue, and the others are done with.
public final class ActionHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /// No execution is begun with less than this left: it may take its turn and one slow call more.
  private static final int ENOUGH_MILLIS = 20_000;

  private final Supplier<RunExecution> runExecution;

  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry holds on to it weakly
  private final Priming priming;

  /// As Lambda makes it.
  public ActionHandler() {
    this(Environment.system());
  }

  /// For an environment.
  public ActionHandler(Environment environment) {
    this(new Wiring(environment));
  }

  private ActionHandler(Wiring wiring) {
    this(wiring::runExecution, wiring::rehearseActions);
  }

  ActionHandler(Supplier<RunExecution> runExecution, Runnable rehearsal) {
    this.runExecution = runExecution;
    this.priming = Priming.with(rehearsal);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var handedBack = new ArrayList<BatchItemFailure>();
    for (var message : event.getRecords()) {
      if (!isDealtWith(message, context)) {
        handedBack.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(handedBack);
  }

  private boolean isDealtWith(SQSMessage message, Context context) {
    if (context.getRemainingTimeInMillis() < ENOUGH_MILLIS) {
      line(LogLine.info("no time left for this execution"), message).to(context);
      return false;
    }
    try {
      var id = new ExecutionId(Json.read(message.getBody()).path("execution_id").asText());
      return isCarriedOn(id, message, context);
    } catch (IllegalArgumentException unreadable) {
      line(LogLine.error("message names no execution"), message).with(unreadable).to(context);
      return false;
    }
  }

  private boolean isCarriedOn(ExecutionId id, SQSMessage message, Context context) {
    try {
      var worker = context.getAwsRequestId() + "/" + message.getMessageId();
      var result = runExecution.get().run(id, worker);
      line(describe(result), message).with("execution_id", id).to(context);
      return !(result instanceof Result.Held);
    } catch (RuntimeException broken) {
      line(LogLine.error("execution could not be carried on"), message)
          .with("execution_id", id)
          .with(broken)
          .to(context);
      return false;
    }
  }

  private static LogLine line(LogLine line, SQSMessage message) {
    return line.with("message_id", message.getMessageId());
  }

  private static LogLine describe(Result result) {
    return switch (result) {
      case Result.Ended ended -> ended(ended.execution());
      case Result.Waiting waiting ->
          about(waiting.execution(), "waiting", LogLine.info("execution carried on"))
              .with("wake_at", waiting.execution().wakeAt());
      case Result.Held held ->
          LogLine.info("execution is held by another worker")
              .with("result", "held")
              .with("until", held.until());
      case Result.Gone gone -> LogLine.info("no such execution").with("result", "gone");
      case Result.TakenOver takenOver ->
          LogLine.info("execution was taken over").with("result", "taken_over");
    };
  }

  /// A step that failed for good is an error even where the definition lets the execution go on:
  /// somebody was not told, or something not done.
  private static LogLine ended(Execution execution) {
    var failed =
        execution.state() == ExecutionState.FAILED || execution.state() == ExecutionState.TIMED_OUT;
    var without = execution.steps().stream().anyMatch(step -> step.state() == StepState.FAILED);
    var line =
        about(
            execution,
            execution.state().name().toLowerCase(Locale.ROOT),
            failed
                ? LogLine.error("execution failed")
                : without
                    ? LogLine.error("execution ended without a step that failed")
                    : LogLine.info("execution carried on"));
    execution.steps().stream()
        .filter(step -> step.state() != StepState.SUCCEEDED)
        .flatMap(step -> step.ifFailed().stream())
        .findFirst()
        .ifPresent(reason -> line.with("reason", reason));
    return line;
  }

  private static LogLine about(Execution execution, String result, LogLine line) {
    return line.with("result", result)
        .with("workflow_id", execution.workflow().id().value())
        .with("cause", execution.cause().id())
        .with("subject", execution.subject());
  }
}
