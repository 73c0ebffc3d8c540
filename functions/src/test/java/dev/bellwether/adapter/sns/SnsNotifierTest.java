package dev.bellwether.adapter.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;
import software.amazon.awssdk.services.sns.model.SnsException;

class SnsNotifierTest {
  private static final Subject PR = new Subject(SubjectKind.PR, "octo/hello", "42");

  private final List<PublishRequest> published = new ArrayList<>();
  private Supplier<PublishResponse> answer =
      () -> PublishResponse.builder().messageId("m-1").build();
  private final SnsNotifier email =
      new SnsNotifier(
          FakeSns::new, level -> level == 3 ? Optional.empty() : Optional.of("arn:" + level));

  @Test
  void publishes_to_the_topic_of_the_level() {
    var outcome = email.deliver(new Notice("k", PR, 2, "Late", "Look"));
    email.deliver(new Notice("k", PR, 0, "News", ""));

    assertEquals(new Outcome.Done(Map.of("message_id", "m-1")), outcome);
    assertEquals(
        List.of(
            PublishRequest.builder()
                .topicArn("arn:2")
                .subject("[Level 2] Late")
                .message("Look\n\nocto/hello pr#42\n")
                .build(),
            PublishRequest.builder()
                .topicArn("arn:0")
                .subject("[Bellwether] News")
                .message("News\n\nocto/hello pr#42\n")
                .build()),
        published);
  }

  @Test
  void the_subject_is_what_sns_demands() {
    email.deliver(new Notice("k", PR, 1, "Réparer\nle 🙂\u0007 " + "x".repeat(200), ""));

    var subject = published.getFirst().subject();
    assertTrue(subject.matches("[ -~]{1,99}"), subject);
    assertTrue(subject.startsWith("[Level 1] Reparer le "), subject);
  }

  @Test
  void a_level_without_a_topic_is_not_set_up() {
    var failure = failure(email.deliver(new Notice("k", PR, 3, "Late", "")));

    assertInstanceOf(Failure.Permanent.class, failure);
    assertTrue(failure.reason().contains("level 3"), failure.reason());
  }

  @ParameterizedTest
  @CsvSource({
    "500, InternalError, Transient",
    "503, ServiceUnavailable, Transient",
    "429, TooManyRequestsException, Transient",
    "400, Throttling, Transient",
    "400, InvalidParameter, Permanent",
    "403, AuthorizationError, Permanent",
    "404, NotFound, Permanent"
  })
  void sorts_refusals(int status, String code, String kind) {
    answer =
        () -> {
          throw SnsException.builder()
              .statusCode(status)
              .awsErrorDetails(
                  AwsErrorDetails.builder().errorCode(code).errorMessage("canary").build())
              .build();
        };

    var failure = failure(email.deliver(new Notice("k", PR, 1, "Late", "")));

    assertEquals(kind, failure.getClass().getSimpleName());
    assertTrue(
        failure.reason().startsWith("SNS answered %d to the e-mail: %s".formatted(status, code)));
  }

  @Test
  void a_refusal_without_details_is_sorted_by_its_status() {
    answer =
        () -> {
          throw SnsException.builder().statusCode(502).build();
        };

    assertEquals(
        Outcome.failedForNow("SNS answered 502 to the e-mail: no code"),
        email.deliver(new Notice("k", PR, 1, "Late", "")));
  }

  @Test
  void no_answer_may_pass() {
    answer =
        () -> {
          throw SdkClientException.create("canary");
        };

    assertEquals(
        Outcome.failedForNow("SNS did not answer"),
        email.deliver(new Notice("k", PR, 1, "Late", "")));
  }

  private static Failure failure(Outcome outcome) {
    return assertInstanceOf(Outcome.Failed.class, outcome).failure();
  }

  private final class FakeSns implements SnsClient {
    @Override
    public PublishResponse publish(PublishRequest request) {
      published.add(request);
      return answer.get();
    }

    @Override
    public String serviceName() {
      return "sns";
    }

    @Override
    public void close() {}
  }
}
