package dev.bellwether.function.sla;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.function.Environment;
import dev.bellwether.function.LogLine;
import dev.bellwether.function.Priming;
import dev.bellwether.function.Wiring;
import dev.bellwether.usecase.RaiseLevel;
import dev.bellwether.usecase.RaiseLevel.Result;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.function.Supplier;

/// Looks after the clocks that a batch of timers names.
///
/// Each message, `{"clock_id": "build_time|octo/hello|build#7001.1", "level": 1}`, stands alone:
/// those that could not be dealt with are handed back, to come again and in the end to reach the
/// dead letter queue.
public final class SlaTimerHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /// Names a clock that nobody has, so that looking after it only reads.
  private static final ClockId NO_CLOCK = ClockId.parse("build_time|-|build#rehearsal");

  private final Supplier<RaiseLevel> raiseLevel;
  private final InstantSource clock;

  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry holds on to it weakly
  private final Priming priming;

  /// As Lambda builds it.
  public SlaTimerHandler() {
    this(Environment.system());
  }

  /// Works in an environment.
  public SlaTimerHandler(Environment environment) {
    this(new Wiring(environment).sla()::raiseLevel, environment.clock());
  }

  SlaTimerHandler(Supplier<RaiseLevel> raiseLevel, InstantSource clock) {
    this.raiseLevel = raiseLevel;
    this.clock = clock;
    this.priming = Priming.with(() -> raiseLevel.get().of(NO_CLOCK, clock.instant()));
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var handedBack = new ArrayList<BatchItemFailure>();
    var raised = new ArrayList<String>();
    var early = 0;
    for (var message : event.getRecords()) {
      try {
        switch (lookAfter(message)) {
          case Result.Raised one -> raised.add(one.violation().id());
          case Result.Early again -> early++;
          case Result.Idle idle -> {}
        }
      } catch (RuntimeException broken) {
        handedBack.add(new BatchItemFailure(message.getMessageId()));
        LogLine.error("Timer failed")
            .with("message_id", message.getMessageId())
            .with(broken)
            .to(context);
      }
    }
    LogLine.info("Timers came")
        .with("timers", event.getRecords().size())
        .with("raised", raised)
        .with("early", early)
        .with("failed", handedBack.size())
        .to(context);
    return new SQSBatchResponse(handedBack);
  }

  private Result lookAfter(SQSMessage message) {
    var timer = Json.read(message.getBody());
    var id = ClockId.parse(timer.path("clock_id").asText());
    var level =
        Level.numbered(timer.path("level").asInt())
            .orElseThrow(() -> new IllegalArgumentException("A timer's level is 1, 2 or 3"));
    return raiseLevel.get().onTimer(id, level, clock.instant());
  }
}
