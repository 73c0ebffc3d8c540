package dev.bellwether.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.function.Answer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Whether a request gets in: asked in the order that costs least, answered by what the sender can
/// do about it. Nothing of the payload is parsed before its signature holds.
sealed interface Admission {
  /// What Lambda takes in one call. HTTP API would take 10 MB and GitHub sends up to 25; what is
  /// over shows among GitHub's deliveries as failed.
  int MAX_BYTES = 6 * 1024 * 1024;

  /// A request that is refused for its signature alone: what priming asks about.
  APIGatewayV2HTTPEvent UNSIGNED =
      APIGatewayV2HTTPEvent.builder()
          .withHeaders(
              Map.of(
                  "content-type", "application/json",
                  "x-github-event", "push",
                  "x-github-delivery", "rehearsal",
                  "x-hub-signature-256", "sha256=" + "0".repeat(64)))
          .withBody("{}")
          .withRequestContext(
              RequestContext.builder()
                  .withHttp(RequestContext.Http.builder().withMethod("POST").build())
                  .build())
          .build();

  /// It is GitHub's, and well-formed as far as can be said without parsing it.
  record Admitted(String event, String deliveryId, WebhookRequest request) implements Admission {}

  /// It gets no further.
  record Refused(int status, String title, String detail, Map<String, String> headers)
      implements Admission {
    Refused(int status, String title, String detail) {
      this(status, title, detail, Map.of());
    }

    /// Tells whether it is for us to mend, and not for the sender.
    boolean isOurFault() {
      return status >= 500;
    }

    APIGatewayV2HTTPResponse answer() {
      return Answer.problem(status, title, detail, headers);
    }
  }

  /// Judges a request.
  ///
  /// @param secrets asked for last, as they may have to be fetched; with none, nothing gets in
  static Admission of(APIGatewayV2HTTPEvent http, Supplier<List<String>> secrets) {
    if (!http.getRequestContext().getHttp().getMethod().equals("POST")) {
      return new Refused(
          405, "Method not allowed", "Webhooks come by POST", Map.of("Allow", "POST"));
    }
    return WebhookRequest.of(http)
        .map(request -> judge(request, secrets))
        .orElseGet(
            () ->
                new Refused(
                    400, "No body", "The body is missing, or said to be base64 and is not"));
  }

  private static Admission judge(WebhookRequest request, Supplier<List<String>> secrets) {
    if (request.body().length > MAX_BYTES) {
      return new Refused(
          413, "Payload too large", "A payload has at most %d bytes".formatted(MAX_BYTES));
    }
    if (!request.hasKnownType()) {
      return new Refused(
          415,
          "Unsupported media type",
          "Send application/json, or application/x-www-form-urlencoded with a field payload");
    }
    var event = request.event();
    if (event.isEmpty()) {
      return new Refused(
          400, "Header missing", "X-GitHub-Event must name an event, such as pull_request");
    }
    var deliveryId = request.deliveryId();
    if (deliveryId.isEmpty()) {
      return new Refused(
          400, "Header missing", "X-GitHub-Delivery must carry an id, such as a UUID");
    }
    var keys = secrets.get();
    if (keys.isEmpty()) {
      return new Refused(
          503, "Webhook secret not set up", "Set the field current of the webhook secret");
    }
    if (!Signature.isBy(keys, request.body(), request.signature().orElse(null))) {
      return new Refused(
          401,
          "Signature missing or wrong",
          "X-Hub-Signature-256 must sign the body as it is sent");
    }
    return new Admitted(event.get(), deliveryId.get(), request);
  }
}
