package dev.bellwether.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bellwether.local.lambda.FunctionFailedException;
import dev.bellwether.local.testing.Calls;
import dev.bellwether.local.testing.Fixture;
import dev.bellwether.local.testing.RecordingLog;
import dev.bellwether.local.testing.SettableTime;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequestEntry;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// The fixture's system, started once. Each test takes what it caused.
final class LocalSystemTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SettableTime TIME = new SettableTime(Instant.parse("2026-11-25T12:00:00Z"));
  private static final RecordingLog LOG = new RecordingLog();
  private static final List<String> MAIL = Collections.synchronizedList(new ArrayList<>());
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static LocalSystem system;
  private static SqsClient sqs;

  @BeforeAll
  static void start() throws IOException {
    system =
        LocalSystem.start(
            Fixture.template(),
            LocalConfig.of(
                    Fixture.dynamoDbJars(),
                    (topic, address, subject, text) -> MAIL.add(address + ": " + subject),
                    LOG)
                .withClock(TIME)
                .withRetryAfter(Duration.ZERO)
                .withSecrets(Map.of("WebhookSecret", "{\"current\":\"development\"}"))
                .withVariables(Map.of("GREETING", "hi", "UNKNOWN", "is given to nobody"))
                .withPages(
                    Map.of(
                        "/_local/ping",
                        exchange -> {
                          try (exchange) {
                            exchange.sendResponseHeaders(204, -1);
                          }
                        })));
    sqs = SqsClient.create();
    assertEquals("Scheduled Event at 1795608000", Calls.next(), "the sweep at the start");
  }

  @AfterAll
  static void stop() {
    sqs.close();
    system.close();
  }

  @BeforeEach
  void forget() {
    Calls.clear();
    MAIL.clear();
  }

  @Test
  void a_request_becomes_the_event_of_an_http_api() throws Exception {
    var answer =
        send(
            request("/echo/a%20b+c?tag=x&tag=y&empty")
                .header("X-Mixed", "1")
                .header("X-Mixed", "2")
                .header("Cookie", "k=v; l=w")
                .header("Content-Type", "application/json; charset=utf-8")
                .method("PATCH", BodyPublishers.ofString("{\"grüße\":1}")));

    var event = JSON.readTree(answer.body());
    assertEquals(201, answer.statusCode());
    assertEquals("2.0", event.path("version").asText());
    assertEquals("ANY /echo/{name}", event.path("routeKey").asText());
    assertEquals("/echo/a%20b+c", event.path("rawPath").asText());
    assertEquals("a b+c", event.path("pathParameters").path("name").asText());
    assertEquals("tag=x&tag=y&empty", event.path("rawQueryString").asText());
    assertEquals("x,y", event.path("queryStringParameters").path("tag").asText());
    assertEquals("1,2", event.path("headers").path("x-mixed").asText());
    assertTrue(event.path("headers").path("cookie").isMissingNode());
    assertEquals("[\"k=v\",\"l=w\"]", event.path("cookies").toString());
    assertEquals("{\"grüße\":1}", event.path("body").asText());
    assertEquals(false, event.path("isBase64Encoded").asBoolean());
    assertEquals("PATCH", event.at("/requestContext/http/method").asText());
    assertEquals("127.0.0.1", event.at("/requestContext/http/sourceIp").asText());
    assertEquals(TIME.millis(), event.at("/requestContext/timeEpoch").asLong());
  }

  @Test
  void an_answer_has_its_headers_and_cookies_and_the_runners_variables() throws Exception {
    var answer = send(request("/echo/x"));

    assertEquals("hi", answer.headers().firstValue("X-Greeting").orElseThrow());
    assertEquals(List.of("a=1", "b=2"), answer.headers().allValues("Set-Cookie"));
  }

  @Test
  void bytes_that_are_no_text_travel_as_base64_both_ways() throws Exception {
    var form =
        send(
            request("/echo/form")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b")));
    var binary = HTTP.send(request("/echo/binary").build(), BodyHandlers.ofByteArray());

    assertEquals("YT1i", JSON.readTree(form.body()).path("body").asText());
    assertEquals(true, JSON.readTree(form.body()).path("isBase64Encoded").asBoolean());
    assertArrayEquals(new byte[] {0, (byte) 0xff, 0x10, (byte) 0x80}, binary.body());
  }

  @Test
  void a_request_that_leads_nowhere_is_404_and_one_too_large_413() throws Exception {
    var large = new byte[25 * 1024 * 1024];

    assertEquals(404, send(request("/nowhere")).statusCode());
    assertEquals(404, send(request("/files/a").POST(BodyPublishers.noBody())).statusCode());
    assertEquals(
        413, send(request("/echo/x").POST(BodyPublishers.ofByteArray(large))).statusCode());
    assertEquals(204, send(request("/_local/ping")).statusCode());
    assertEquals(
        201, send(request("/echo/x").method("HEAD", BodyPublishers.noBody())).statusCode());
  }

  @Test
  void a_handler_that_throws_is_500_and_the_log_says_why() throws Exception {
    var answer = send(request("/echo/throw"));

    assertEquals(500, answer.statusCode());
    assertEquals("{\"message\":\"Internal Server Error\"}", answer.body());
    assertTrue(
        LOG.notable().contains("EchoFunction: java.lang.IllegalStateException: as it was asked"));
    assertTrue(LOG.lines().contains("EchoFunction {\"level\":\"INFO\",\"path\":\"/echo/throw\"}"));
  }

  @Test
  void a_batch_is_as_large_as_the_template_says_and_only_what_failed_comes_again() {
    enqueue("a", "b", "bad");

    var handled = new TreeSet<String>();
    for (var bad = 0; bad < 3; ) {
      var batch = List.of(Calls.next().split(","));
      bad += Collections.frequency(batch, "bad");
      batch.stream()
          .filter(body -> !body.equals("bad"))
          .forEach(body -> assertTrue(handled.add(body)));
      assertTrue(batch.size() <= 4);
    }

    assertEquals("[a, b]", handled.toString());
    assertEquals("bad", deadLetter("DeadJobs").body());
  }

  @Test
  void a_batch_whose_function_throws_comes_again_and_then_goes_to_the_dead_letters() {
    enqueue("throw");

    assertEquals("throw", Calls.next());
    assertEquals("throw", Calls.next());
    assertEquals("throw", Calls.next());
    assertEquals("throw", deadLetter("DeadJobs").body());
  }

  @Test
  void a_function_that_takes_longer_than_its_timeout_is_interrupted() {
    var event = "{\"Records\":[{\"messageId\":\"1\",\"body\":\"hang\"}]}";

    var failure =
        assertThrows(FunctionFailedException.class, () -> system.invoke("JobFunction", event));

    assertEquals(FunctionFailedException.Kind.TIMED_OUT, failure.kind());
    assertEquals("JobFunction: timed out after 1 s", failure.getMessage());
    assertEquals("hang", Calls.next());
    assertEquals("interrupted", Calls.next());
  }

  @Test
  void an_event_goes_to_the_functions_whose_pattern_it_matches() {
    put("{\"level\":2}");
    put("{\"level\":3}");

    assertEquals("Alarm at 1795608000", Calls.next());
    assertTrue(Calls.isEmpty());
  }

  @Test
  void an_event_that_fails_is_tried_again_and_then_goes_to_the_dead_letters() throws Exception {
    put("{\"level\":9,\"fail\":true}");

    assertEquals("Alarm at 1795608000", Calls.next());
    assertEquals("Alarm at 1795608000", Calls.next());
    var dead = JSON.readTree(deadLetter("DeadEvents").body());
    assertEquals(9, dead.path("detail").path("level").asInt());
    assertTrue(Calls.isEmpty());
  }

  @Test
  void a_bad_detail_is_refused_by_entry() {
    try (var events = EventBridgeClient.create()) {
      var answer = events.putEvents(request -> request.entries(entry("no json")));

      assertEquals(1, answer.failedEntryCount());
      assertEquals("MalformedDetail", answer.entries().getFirst().errorCode());
    }
  }

  @Test
  void what_is_published_is_mailed_to_the_addresses_of_the_template() {
    try (var sns = SnsClient.create()) {
      var arn = system.environment("EchoFunction").get("ALERTS_ARN");

      sns.publish(request -> request.topicArn(arn).subject("Übel").message("a & b"));

      assertEquals(List.of("ops@example.com: Übel"), MAIL);
    }
  }

  @Test
  void a_secret_is_known_by_the_arn_the_function_is_told_and_no_other() {
    try (var secrets = SecretsManagerClient.create()) {
      var arn = system.environment("EchoFunction").get("SECRET_ARN");

      var value = secrets.getSecretValue(request -> request.secretId(arn));

      assertEquals("{\"current\":\"development\"}", value.secretString());
      assertThrows(
          ResourceNotFoundException.class,
          () -> secrets.getSecretValue(request -> request.secretId("other")));
    }
  }

  @Test
  void a_schedule_is_called_when_its_time_has_come_and_when_it_is_fired() throws Exception {
    TIME.pass(Duration.ofMinutes(4));
    system.tick();
    assertEquals("null", system.fire("ListenerFunctionTick"));
    assertEquals("Scheduled Event at 1795608240", Calls.next());
    assertTrue(Calls.isEmpty());

    TIME.pass(Duration.ofMinutes(1));
    system.tick();
    assertEquals("Scheduled Event at 1795608300", Calls.next());
    TIME.pass(Duration.ofMinutes(-5));
  }

  @Test
  void a_second_system_in_the_process_is_refused() {
    var config = LocalConfig.of(Fixture.dynamoDbJars(), (topic, to, subject, text) -> {}, LOG);

    assertThrows(
        IllegalStateException.class, () -> LocalSystem.start(Fixture.template(), config).close());
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(system.url().resolve(path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static void enqueue(String... bodies) {
    var entries = new ArrayList<SendMessageBatchRequestEntry>();
    for (String body : bodies) {
      entries.add(
          SendMessageBatchRequestEntry.builder().id("" + entries.size()).messageBody(body).build());
    }
    var url = system.environment("EchoFunction").get("JOBS_URL");
    sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));
  }

  /// Asks in short waits: ElasticMQ does not wake a long one when it moves a message.
  private static Message deadLetter(String queue) {
    var url = sqs.getQueueUrl(request -> request.queueName("bellwether-" + queue)).queueUrl();
    for (var attempt = 0; attempt < 20; attempt++) {
      var messages =
          sqs.receiveMessage(request -> request.queueUrl(url).waitTimeSeconds(1)).messages();
      if (!messages.isEmpty()) {
        var handle = messages.getFirst().receiptHandle();
        sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(handle));
        return messages.getFirst();
      }
    }
    throw new AssertionError("nothing came to " + queue);
  }

  private static void put(String detail) {
    try (var events = EventBridgeClient.create()) {
      var answer = events.putEvents(request -> request.entries(entry(detail)));
      assertEquals(0, answer.failedEntryCount());
    }
  }

  private static PutEventsRequestEntry entry(String detail) {
    return PutEventsRequestEntry.builder()
        .eventBusName("bellwether-bus")
        .source("fixture")
        .detailType("Alarm")
        .detail(detail)
        .build();
  }
}
