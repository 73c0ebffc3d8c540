package dev.bellwether.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.testing.Calls;
import dev.bellwether.local.testing.Fixture;
import dev.bellwether.local.testing.RecordingLog;
import dev.bellwether.local.testing.SettableTime;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/// The runner over a copy of the fixture in which a route, a batch size and a schedule are others:
/// nothing but the template says what they are.
final class ChangedTemplateTest {
  private static final SettableTime TIME = new SettableTime(Instant.parse("2026-11-25T12:00:00Z"));

  private static LocalSystem system;

  @BeforeAll
  static void start() throws IOException {
    system =
        LocalSystem.start(
            Fixture.with(
                "/echo/{name}", "/shout/{name}",
                "BatchSize: 4", "BatchSize: 1",
                "rate(5 minutes)", "rate(2 hours)"),
            LocalConfig.of(
                    Fixture.dynamoDbJars(), (topic, to, subject, text) -> {}, new RecordingLog())
                .withClock(TIME));
    Calls.next();
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  @BeforeEach
  void forget() {
    Calls.clear();
  }

  @Test
  void the_route_is_where_the_template_says() throws Exception {
    assertEquals(201, status("/shout/x"));
    assertEquals(404, status("/echo/x"));
  }

  @Test
  void batches_are_as_large_as_the_template_says() {
    try (var sqs = SqsClient.create()) {
      var entries =
          IntStream.range(0, 4)
              .mapToObj(
                  i ->
                      SendMessageBatchRequestEntry.builder()
                          .id("" + i)
                          .messageBody("m" + i)
                          .build())
              .toList();
      var url = system.environment("EchoFunction").get("JOBS_URL");

      sqs.sendMessageBatch(request -> request.queueUrl(url).entries(entries));

      var batches = IntStream.range(0, 4).mapToObj(i -> Calls.next()).sorted().toList();
      assertEquals(List.of("m0", "m1", "m2", "m3"), batches);
    }
  }

  @Test
  void the_schedule_is_due_when_the_template_says() {
    TIME.pass(Duration.ofMinutes(119));
    system.tick();
    assertTrue(Calls.isEmpty());

    TIME.pass(Duration.ofMinutes(1));
    system.tick();
    assertEquals("Scheduled Event at 1795615200", Calls.next());
  }

  private static int status(String path) throws Exception {
    URI uri = system.url().resolve(path);
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(uri).build();
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
