package dev.bellwether.adapter.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.http.TestServer;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookNotifierTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
  private static final byte[] KEY = "canary-key".getBytes(StandardCharsets.UTF_8);
  private static final Notice NOTICE =
      new Notice("e-1/step|1", Subject.parse("octo/hello", "pr#42"), 2, "Late", "Look");

  private final TestServer server = new TestServer();
  private Optional<String> url = Optional.of(server.base() + "/hook?canary=1");
  private Optional<String> secret = Optional.of("whsec_" + Base64.getEncoder().encodeToString(KEY));
  private final WebhookNotifier webhook =
      new WebhookNotifier(new Web(() -> NOW), () -> url, () -> secret, () -> NOW);

  WebhookNotifierTest() throws IOException {}

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void a_notice_is_posted_signed_over_its_id_the_time_and_every_byte()
      throws GeneralSecurityException {
    server.answer("POST /hook?canary=1", 200, "");

    var outcome = webhook.deliver(NOTICE);

    assertEquals(new Outcome.Done(Map.of("webhook_id", "msg_e-1_step_1")), outcome);
    var asked = server.asked().getFirst();
    assertEquals("msg_e-1_step_1", asked.header("webhook-id"));
    assertEquals("" + NOW.getEpochSecond(), asked.header("webhook-timestamp"));
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
    mac.update(
        "msg_e-1_step_1.%d.".formatted(NOW.getEpochSecond()).getBytes(StandardCharsets.UTF_8));
    var expected = mac.doFinal(asked.body().getBytes(StandardCharsets.UTF_8));
    assertEquals(
        "v1," + Base64.getEncoder().encodeToString(expected), asked.header("webhook-signature"));
    assertEquals(
        Json.read(
            """
            {"type": "bellwether.notice", "timestamp": "2026-11-25T09:00:00Z",
             "data": {"key": "e-1/step|1", "level": 2, "title": "Late", "text": "Look",
                      "repository": "octo/hello", "subject": "pr#42"}}\
            """),
        Json.read(asked.body()));
  }

  @ParameterizedTest
  @CsvSource({"429, true", "500, true", "503, true", "301, false", "400, false", "410, false"})
  void a_refusal_passes_or_not_and_names_neither_address_nor_secret(int status, boolean passes) {
    server.answer("POST /hook?canary=1", status, "canary says no");

    var failure = assertInstanceOf(Outcome.Failed.class, webhook.deliver(NOTICE)).failure();

    assertEquals(passes, failure instanceof Failure.Transient);
    assertFalse(failure.reason().contains("canary"), failure.reason());
    assertTrue(failure.reason().contains("" + status), failure.reason());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://example.com/canary", "ftp://127.0.0.1/canary", "canary", "https:"})
  void what_is_no_https_address_is_told_without_saying_what_it_is(String wrong) {
    url = Optional.of(wrong);

    var failure = assertInstanceOf(Outcome.Failed.class, webhook.deliver(NOTICE)).failure();

    assertInstanceOf(Failure.Permanent.class, failure);
    assertTrue(failure.reason().contains("https"), failure.reason());
    assertFalse(failure.reason().contains("canary"), failure.reason());
  }

  @Test
  void a_secret_that_is_no_base_64_is_told() {
    secret = Optional.of("whsec_canary!");

    var failure = assertInstanceOf(Outcome.Failed.class, webhook.deliver(NOTICE)).failure();

    assertTrue(failure.reason().contains("whsec_"), failure.reason());
    assertFalse(failure.reason().contains("canary"), failure.reason());
  }

  @Test
  void without_an_address_it_says_what_to_set() {
    url = Optional.empty();

    var failure = assertInstanceOf(Outcome.Failed.class, webhook.deliver(NOTICE)).failure();

    assertTrue(failure.reason().contains("webhook_url"), failure.reason());
  }
}
