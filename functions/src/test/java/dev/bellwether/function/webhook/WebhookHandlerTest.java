package dev.bellwether.function.webhook;

import static dev.bellwether.testing.Given.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Reception;
import dev.bellwether.testing.RecordingContext;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookHandlerTest {
  private static final String SECRET = "canary-5ecret-current";
  private static final String OPENED =
      """
      {"action": "opened", "repository": {"full_name": "octo/hello"},
       "pull_request": {"number": 42, "changed_files": 3}}
      """;

  private final Reception reception = new Reception();
  private final RecordingContext context = new RecordingContext();
  private final Map<String, String> headers = new HashMap<>();
  private List<String> secrets = List.of(SECRET);
  private String method = "POST";
  private int uses;

  WebhookHandlerTest() {
    headers.put("content-type", "application/json");
    headers.put("x-github-event", "pull_request");
    headers.put("x-github-delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958");
  }

  @Test
  void a_webhook_is_taken_with_the_ids_of_what_it_starts() {
    reception.listens("small-prs", WorkflowState.ACTIVE);

    var answer = post(OPENED);

    assertEquals(202, answer.getStatusCode());
    var body = Json.read(answer.getBody());
    assertEquals("72d3162e-cc78-11e3-81ab-4c9367dc0958", body.get("delivery_id").asText());
    assertEquals("pull_request.opened", body.get("event").asText());
    assertEquals("octo/hello pr#42", body.get("subject").asText());
    assertEquals(1, body.get("decisions").asInt());
    assertEquals(0, body.get("known").size());
    var id = reception.executions.newest(NOW, 1).getFirst().id().value();
    assertEquals(id, body.get("started").get(0).asText());
    assertEquals(id, context.line().get("started").get(0).asText());
  }

  @Test
  void the_same_delivery_five_times_starts_once_and_says_so() {
    reception.listens("small-prs", WorkflowState.ACTIVE);

    var first = Json.read(post(OPENED).getBody());
    for (var again = 0; again < 4; again++) {
      var body = Json.read(post(OPENED).getBody());
      assertEquals(0, body.get("started").size());
      assertEquals(first.get("started"), body.get("known"));
    }

    assertEquals(1, reception.queue.sent().size());
  }

  @Test
  void a_webhook_that_matches_nothing_is_taken_and_recorded() {
    assertEquals(202, post(OPENED).getStatusCode());
    assertEquals(1, reception.deliveries.newest(NOW, 10).size());
  }

  @Test
  void an_unknown_event_is_taken_and_recorded() {
    headers.put("x-github-event", "brand_new");

    var answer = post("{\"action\": \"invented\"}");

    assertEquals(202, answer.getStatusCode());
    assertEquals("brand_new.invented", Json.read(answer.getBody()).get("event").asText());
    assertEquals("brand_new.invented", reception.deliveries.newest(NOW, 1).getFirst().event());
  }

  @Test
  void a_ping_is_answered_without_touching_a_store() {
    headers.put("x-github-event", "ping");

    var answer = post("{\"zen\": \"Keep it logically awesome.\"}");

    assertEquals(200, answer.getStatusCode());
    assertTrue(Json.read(answer.getBody()).get("pong").asBoolean());
    assertEquals(0, uses);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "PUT", "DELETE", "OPTIONS", "HEAD"})
  void other_methods_are_refused_by_naming_the_right_one(String other) {
    method = other;

    var answer = post(OPENED);

    refused(405, answer);
    assertEquals("POST", answer.getHeaders().get("Allow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text/plain", "application/xml", "multipart/form-data; boundary=x"})
  void other_content_types_are_refused(String type) {
    headers.put("content-type", type);

    refused(415, post(OPENED));
  }

  @Test
  void a_missing_content_type_is_refused() {
    headers.remove("content-type");

    refused(415, post(OPENED));
  }

  @Test
  void parameters_and_case_of_the_content_type_do_not_matter() {
    headers.put("content-type", "Application/JSON; charset=utf-8");

    assertEquals(202, post(OPENED).getStatusCode());
  }

  @Test
  void a_form_carries_the_payload_in_a_field() {
    headers.put("content-type", "application/x-www-form-urlencoded");

    var answer = post("x=1&payload=" + URLEncoder.encode(OPENED, UTF_8));

    assertEquals(202, answer.getStatusCode());
    assertEquals("pull_request.opened", reception.deliveries.newest(NOW, 1).getFirst().event());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x=1", "payload=", "payload=%zz", "payload"})
  void a_form_without_a_readable_payload_is_refused(String form) {
    headers.put("content-type", "application/x-www-form-urlencoded");

    refused(400, post(form));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-github-event", "x-github-delivery"})
  void both_of_githubs_headers_are_required_and_well_formed(String header) {
    headers.put(header, "no such thing!");
    refused(400, post(OPENED));

    headers.put(header, "");
    assertEquals(400, post(OPENED).getStatusCode());

    headers.remove(header);
    assertEquals(400, post(OPENED).getStatusCode());
  }

  @Test
  void an_empty_body_is_refused() {
    refused(400, post(""));
  }

  @Test
  void what_says_it_is_base64_and_is_not_is_refused() {
    var request = request("***");
    request.setIsBase64Encoded(true);

    refused(400, handler().handleRequest(request, context));
  }

  @Test
  void a_base64_body_is_signed_as_the_bytes_it_stands_for() {
    var request = request(Base64.getEncoder().encodeToString(OPENED.getBytes(UTF_8)));
    request.setIsBase64Encoded(true);
    request.getHeaders().put("x-hub-signature-256", signature(SECRET, OPENED));

    assertEquals(202, handler().handleRequest(request, context).getStatusCode());
  }

  @Test
  void a_body_that_lambda_could_not_take_is_refused_before_it_is_signed() {
    var request = request("x".repeat(Admission.MAX_BYTES + 1));
    request.getHeaders().remove("x-hub-signature-256");

    refused(413, handler().handleRequest(request, context));
  }

  @Test
  void a_body_as_large_as_lambda_takes_gets_in() {
    var padding = " ".repeat(Admission.MAX_BYTES - OPENED.length());

    assertEquals(202, post(OPENED + padding).getStatusCode());
  }

  @Test
  void a_wrong_signature_is_refused() {
    var request = request(OPENED);
    request.getHeaders().put("x-hub-signature-256", signature("guess", OPENED));

    refused(401, handler().handleRequest(request, context));
  }

  @Test
  void a_missing_signature_is_refused() {
    var request = request(OPENED);
    request.getHeaders().remove("x-hub-signature-256");

    refused(401, handler().handleRequest(request, context));
  }

  @Test
  void a_body_changed_by_a_byte_is_refused() {
    var request = request(OPENED);
    request.setBody(OPENED + " ");

    refused(401, handler().handleRequest(request, context));
  }

  @Test
  void the_previous_secret_still_holds_during_a_rotation() {
    secrets = List.of("canary-5ecret-next", SECRET);

    assertEquals(202, post(OPENED).getStatusCode());
  }

  @Test
  void without_a_secret_nothing_gets_in_and_the_log_says_so() {
    secrets = List.of();

    refused(503, post(OPENED));

    assertEquals("ERROR", context.line().get("level").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "{\"a\": 1, \"a\": 2}"})
  void a_malformed_payload_is_refused_though_it_is_authentic(String payload) {
    refused(400, post(payload));
    assertEquals(List.of(), reception.deliveries.newest(NOW, 10));
  }

  @Test
  void what_breaks_is_logged_and_not_told() {
    reception.breaks(true);

    var answer = post(OPENED);

    assertEquals(500, answer.getStatusCode());
    assertEquals("application/problem+json", answer.getHeaders().get("content-type"));
    assertFalse(answer.getBody().contains("clocks"), answer.getBody());
    assertEquals("ERROR", context.line().get("level").asText());
    assertEquals("The clocks are away", context.line().get("reason").asText());
  }

  @Test
  void a_request_that_is_no_http_request_is_a_500_and_no_exception() {
    assertEquals(
        500, handler().handleRequest(new APIGatewayV2HTTPEvent(), context).getStatusCode());
  }

  @Test
  void what_priming_asks_about_is_refused_for_its_signature() {
    var refused = (Admission.Refused) Admission.of(Admission.UNSIGNED, () -> secrets);

    assertEquals(401, refused.status());
  }

  /// A refusal is a problem document, touches no store, logs one line, and tells no secret.
  private void refused(int status, APIGatewayV2HTTPResponse answer) {
    assertEquals(status, answer.getStatusCode());
    assertEquals("application/problem+json", answer.getHeaders().get("content-type"));
    JsonNode problem = Json.read(answer.getBody());
    assertEquals(status, problem.get("status").asInt());
    assertFalse(problem.get("detail").asText().isBlank());
    assertFalse(answer.getBody().contains("canary"), answer.getBody());
    assertEquals(status, context.line().get("status").asInt());
    assertFalse(context.line().toString().contains("canary"), context.line().toString());
    assertEquals(List.of(), reception.deliveries.newest(NOW, 10));
  }

  private APIGatewayV2HTTPResponse post(String body) {
    return handler().handleRequest(request(body), context);
  }

  private WebhookHandler handler() {
    return new WebhookHandler(
        () -> secrets,
        () -> {
          uses++;
          return reception.receiveWebhook(new GitHubEvents());
        },
        new WebhookHandler.Inbound(
            source -> Optional.empty(), () -> fail("This is about GitHub's alone")),
        () -> NOW,
        () -> {});
  }

  private APIGatewayV2HTTPEvent request(String body) {
    var signed = new HashMap<>(headers);
    signed.put("x-hub-signature-256", signature(SECRET, body));
    var http = APIGatewayV2HTTPEvent.RequestContext.Http.builder().withMethod(method).build();
    return APIGatewayV2HTTPEvent.builder()
        .withHeaders(signed)
        .withBody(body)
        .withRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder().withHttp(http).build())
        .build();
  }

  private static String signature(String secret, String body) {
    return "sha256=" + Signature.hexOf(secret, body.getBytes(UTF_8));
  }
}
