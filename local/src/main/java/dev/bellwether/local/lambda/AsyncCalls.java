package dev.bellwether.local.lambda;

import dev.bellwether.local.template.Function;
import dev.bellwether.local.template.Queue;
import dev.bellwether.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/// Asynchronous calls of one function, from a bus or a schedule: kept in a queue of their own until
/// the function has succeeded, tried again as Lambda does, and given to the function's dead-letter
/// queue after the last attempt.
public final class AsyncCalls implements AutoCloseable {
  private static final int CONCURRENCY = 4;

  private final Function function;
  private final LambdaFunction lambda;
  private final SqsClient sqs;
  private final Duration retryAfter;
  private final Log log;
  private final String queueUrl;
  private final Template template;
  private final Poller poller;

  /// The queue that keeps the calls of a function.
  public static Queue queue(Function function) {
    // Beyond the timeout, so that a call that is still running is not made twice.
    return Queue.internal(function.name() + "-calls", function.timeout().multipliedBy(2));
  }

  /// Prepares the calls of a function whose queue exists.
  ///
  /// @param retryAfter how long the first retry waits; the second waits twice as long
  public AsyncCalls(
      Function function,
      LambdaFunction lambda,
      SqsClient sqs,
      Template template,
      Duration retryAfter,
      Log log) {
    this.function = function;
    this.lambda = lambda;
    this.sqs = sqs;
    this.template = template;
    this.retryAfter = retryAfter;
    this.log = log;
    this.queueUrl = queue(function).url();
    this.poller = new Poller(sqs, queueUrl, 1, Duration.ZERO, this::handle, log);
  }

  /// Starts to make them.
  public void start() {
    poller.start(CONCURRENCY);
  }

  /// Keeps a call, to be made soon.
  public void call(String event) {
    sqs.sendMessage(request -> request.queueUrl(queueUrl).messageBody(event));
  }

  private void handle(List<Message> messages) {
    messages.forEach(this::handle);
  }

  private void handle(Message message) {
    try {
      lambda.invoke(message.body().getBytes(StandardCharsets.UTF_8));
      delete(message);
    } catch (FunctionFailedException e) {
      failed(message, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void failed(Message message, String why) {
    var attempts =
        Integer.parseInt(
            message
                .attributes()
                .getOrDefault(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1"));
    if (attempts <= function.retries().attempts()) {
      var wait = (int) retryAfter.multipliedBy(attempts).toSeconds();
      sqs.changeMessageVisibility(
          request ->
              request
                  .queueUrl(queueUrl)
                  .receiptHandle(message.receiptHandle())
                  .visibilityTimeout(wait));
      return;
    }
    function.retries().deadLetterArn().ifPresentOrElse(arn -> bury(message, arn, why), this::drop);
    delete(message);
  }

  private void bury(Message message, String deadLetterArn, String why) {
    var reason = MessageAttributeValue.builder().dataType("String").stringValue(why).build();
    sqs.sendMessage(
        request ->
            request
                .queueUrl(template.queue(deadLetterArn).url())
                .messageBody(message.body())
                .messageAttributes(Map.of("ErrorMessage", reason)));
    log.notable("%s: an event went to %s".formatted(function.id(), deadLetterArn));
  }

  private void drop() {
    log.notable(
        "%s: an event is dropped, because the function has neither an OnFailure destination nor a dead-letter queue"
            .formatted(function.id()));
  }

  private void delete(Message message) {
    sqs.deleteMessage(request -> request.queueUrl(queueUrl).receiptHandle(message.receiptHandle()));
  }

  @Override
  public void close() {
    poller.close();
  }
}
