package dev.bellwether.function.webhook;

import static dev.bellwether.testing.Given.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.adapter.json.InboundEvents;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerFilter;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Reception;
import dev.bellwether.testing.RecordingContext;
import dev.bellwether.testing.SettableTime;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboundWebhookTest {
  private static final String SECRET = "canary-5ecret-grafana";
  private static final String ALERT = "{\"state\": \"alerting\", \"ruleName\": \"disk\"}";

  private final Reception reception = new Reception();
  private final RecordingContext context = new RecordingContext();
  private final SettableTime time = new SettableTime(NOW);
  private final Map<String, String> headers = new HashMap<>();
  private String secret = SECRET;
  private String method = "POST";

  InboundWebhookTest() {
    headers.put("content-type", "application/json; charset=utf-8");
  }

  @Test
  void a_signed_webhook_starts_what_listens_to_its_source() {
    listens("grafana");

    var answer = post(hex(ALERT), ALERT);

    assertEquals(202, answer.getStatusCode());
    assertEquals("webhook.grafana", Json.read(answer.getBody()).required("event").asText());
    assertEquals("- source#grafana", only().subject().toString());
    assertEquals(Optional.of("grafana"), only().facts().text("source"));
    assertEquals(Optional.of("disk"), only().facts().text("event.ruleName"));
  }

  @Test
  void another_sources_starts_nothing_and_is_recorded() {
    listens("sentry");

    var answer = post(hex(ALERT), ALERT);

    assertEquals(202, answer.getStatusCode());
    assertEquals(List.of(), reception.executions.newest(NOW, 9));
    assertEquals(1, reception.deliveries.newest(NOW, 9).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"repository\": \"octo/hello\", \"number\": 42}  | octo/hello pr#42",
        "{\"repository\": \"octo/hello\"}                  | octo/hello repository#-",
        "{\"repository\": \"octo/hello\", \"number\": 0}   | octo/hello repository#-",
        "{\"repository\": {\"name\": \"hello\"}}           | - source#grafana",
        "{\"number\": 42}                                  | - source#grafana",
      })
  void it_is_about_what_it_names(String body, String subject) {
    listens("grafana");

    post(hex(body), body);

    assertEquals(subject, only().subject().toString());
  }

  @Test
  void the_same_body_again_is_the_same_webhook() {
    listens("grafana");

    post(hex(ALERT), ALERT);
    time.set(NOW.plusSeconds(3600));
    var again = Json.read(post(hex(ALERT), ALERT).getBody());

    assertEquals(only().id().value(), again.at("/known/0").asText());
  }

  /// The example of the specification.
  @Test
  void a_signature_by_standard_webhooks_gets_in() {
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    time.set(Instant.ofEpochSecond(1614265330));
    var signed =
        Map.of(
            "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp", "1614265330",
            "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    var answer = post(signed, "{\"test\": 2432232314}");

    assertEquals(202, answer.getStatusCode());
    assertEquals(
        "grafana:msg_p5jXN8AQM9LWM0D4loKWxJek",
        Json.read(answer.getBody()).required("delivery_id").asText());
  }

  @ParameterizedTest
  @CsvSource({"0, 202", "-300, 202", "300, 202", "-301, 401", "301, 401"})
  void it_may_be_five_minutes_off(long seconds, int status) {
    var signed = standard("m-1", NOW.getEpochSecond() + seconds, ALERT);
    time.set(Instant.ofEpochSecond(NOW.getEpochSecond()));

    assertEquals(status, post(signed, ALERT).getStatusCode());
  }

  @Test
  void one_of_several_signatures_is_enough() {
    var signed = new HashMap<>(standard("m-1", NOW.getEpochSecond(), ALERT));
    var right = signed.get("webhook-signature");

    signed.put("webhook-signature", "v1,AAAA v2,x " + right);
    assertEquals(202, post(signed, ALERT).getStatusCode());

    signed.put("webhook-signature", "v1,AAAA v2," + String.valueOf(right).substring(3));
    assertEquals(401, post(signed, ALERT).getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "webhook-id, m-2",
    "webhook-id, a b",
    "webhook-timestamp, 1",
    "webhook-timestamp, now",
    "webhook-timestamp, ''",
  })
  void what_is_signed_may_not_be_changed(String header, String value) {
    var signed = new HashMap<>(standard("m-1", NOW.getEpochSecond(), ALERT));
    signed.put(header, value);

    assertEquals(401, post(signed, ALERT).getStatusCode());
  }

  @Test
  void a_bad_signature_by_one_way_is_not_mended_by_a_good_one_by_another() {
    var signed = new HashMap<>(hex(ALERT));
    signed.put("webhook-signature", "v1,AAAA");
    signed.put("webhook-id", "m-1");
    signed.put("webhook-timestamp", String.valueOf(NOW.getEpochSecond()));

    assertEquals(401, post(signed, ALERT).getStatusCode());
  }

  @Test
  void hex_may_come_bare_and_under_either_name() {
    var hex = Signature.hexOf(SECRET, ALERT.getBytes(UTF_8));

    assertEquals(202, post(Map.of("x-signature-256", hex), ALERT).getStatusCode());
    assertEquals(202, post(Map.of("x-hub-signature-256", hex), ALERT).getStatusCode());
    assertEquals(401, post(Map.of("x-signature", hex), ALERT).getStatusCode());
    assertEquals(401, post(Map.of(), ALERT).getStatusCode());
  }

  @ParameterizedTest
  @CsvSource({"unknown", "GRAFANA", "a.b", "''"})
  void a_source_without_a_secret_does_not_exist(String source) {
    assertEquals(404, post(source, hex(ALERT), ALERT).getStatusCode());
  }

  @Test
  void a_refusal_says_what_to_do_and_no_secret() {
    method = "GET";
    assertEquals(405, post(hex(ALERT), ALERT).getStatusCode());
    method = "POST";
    assertEquals(400, post(hex(""), "").getStatusCode());
    headers.put("content-type", "text/plain");
    assertEquals(415, post(hex(ALERT), ALERT).getStatusCode());
    headers.put("content-type", "application/json");
    assertEquals(400, post(hex("[]"), "[]").getStatusCode());
    var large = "x".repeat(Admission.MAX_BYTES + 1);
    assertEquals(413, post(Map.of(), large).getStatusCode());
    assertEquals(401, post(Map.of(), ALERT).getStatusCode());

    assertFalse(context.lines().toString().contains("canary"));
    assertEquals(List.of(), reception.deliveries.newest(NOW, 9));
  }

  private APIGatewayV2HTTPResponse post(Map<String, String> signed, String body) {
    return post("grafana", signed, body);
  }

  private APIGatewayV2HTTPResponse post(String source, Map<String, String> signed, String body) {
    var all = new HashMap<>(headers);
    all.putAll(signed);
    var http = APIGatewayV2HTTPEvent.RequestContext.Http.builder().withMethod(method).build();
    var request =
        APIGatewayV2HTTPEvent.builder()
            .withHeaders(all)
            .withBody(body)
            .withPathParameters(Map.of("source", source))
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder().withHttp(http).build())
            .build();
    return handler().handleRequest(request, context);
  }

  private WebhookHandler handler() {
    return new WebhookHandler(
        () -> fail("GitHub's secrets are not for others"),
        () -> fail("This is not GitHub's"),
        new WebhookHandler.Inbound(
            source -> source.equals("grafana") ? Optional.of(secret) : Optional.empty(),
            () -> reception.receiveWebhook(new InboundEvents())),
        time,
        () -> {});
  }

  private static Map<String, String> hex(String body) {
    return Map.of("x-hub-signature-256", "sha256=" + Signature.hexOf(SECRET, body.getBytes(UTF_8)));
  }

  private static Map<String, String> standard(String id, long seconds, String body) {
    var signed = "%s.%d.%s".formatted(id, seconds, body).getBytes(UTF_8);
    var mac = Signature.hmac(SECRET.getBytes(UTF_8), signed);
    return Map.of(
        "webhook-id",
        id,
        "webhook-timestamp",
        String.valueOf(seconds),
        "webhook-signature",
        "v1," + Base64.getEncoder().encodeToString(mac));
  }

  private void listens(String source) {
    var given = Given.aWorkflow("alert");
    var filter = new TriggerFilter(List.of(), List.of(), List.of(), List.of(), List.of(source));
    var trigger = new Trigger(NamedTrigger.WEBHOOK.type(), filter, Trigger.OwnEvents.IGNORED);
    var plan =
        Plan.of(List.of(ActionSpec.of("step-1", "comment", Map.of("body", "{{event.ruleName}}"))));
    reception.workflows.save(
        Workflow.of(
            given.id(), given.name(), List.of(trigger), new Condition.All(List.of()), plan));
  }

  private Execution only() {
    var all = reception.executions.newest(NOW, 9);
    assertEquals(1, all.size());
    return all.getFirst();
  }
}
