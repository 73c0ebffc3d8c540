package dev.bellwether.local.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Does jobs: `bad` fails alone, `throw` fails its batch, `hang` never ends.
public final class JobHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {
  /// Made by the runner.
  public JobHandler(HandlerEnvironment environment) {}

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var bodies = event.getRecords().stream().map(SQSEvent.SQSMessage::getBody).sorted().toList();
    Calls.add(String.join(",", bodies));
    if (bodies.contains("throw")) {
      throw new IllegalStateException("as it was asked");
    }
    if (bodies.contains("hang")) {
      hang();
    }
    return new SQSBatchResponse(failures(event));
  }

  private static List<SQSBatchResponse.BatchItemFailure> failures(SQSEvent event) {
    return event.getRecords().stream()
        .filter(message -> message.getBody().equals("bad"))
        .map(message -> new SQSBatchResponse.BatchItemFailure(message.getMessageId()))
        .toList();
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Calls.add("interrupted");
    }
  }
}
