package dev.bellwether.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.bellwether.function.webhook.Admission.Admitted;
import dev.bellwether.function.webhook.Admission.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Whether a request of a source other than GitHub gets in: asked in the same order, so that
/// nothing is parsed before its signature holds. A source without a secret does not exist.
final class InboundAdmission {
  private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  private InboundAdmission() {}

  /// Judges a request.
  ///
  /// @param secretOf asked last, as it may have to be fetched
  static Admission of(
      APIGatewayV2HTTPEvent http,
      String source,
      Function<String, Optional<String>> secretOf,
      Instant now) {
    if (!http.getRequestContext().getHttp().getMethod().equals("POST")) {
      return new Refused(
          405, "Method not allowed", "Webhooks come by POST", Map.of("Allow", "POST"));
    }
    return WebhookRequest.of(http)
        .map(request -> judge(request, source, secretOf, now))
        .orElseGet(
            () ->
                new Refused(
                    400, "No body", "The body is missing, or said to be base64 and is not"));
  }

  private static Admission judge(
      WebhookRequest request,
      String source,
      Function<String, Optional<String>> secretOf,
      Instant now) {
    if (request.body().length > Admission.MAX_BYTES) {
      return new Refused(
          413,
          "Payload too large",
          "A payload has at most %d bytes".formatted(Admission.MAX_BYTES));
    }
    if (!request.isJson()) {
      return new Refused(415, "Unsupported media type", "Send application/json");
    }
    var secret = Optional.of(source).filter(SOURCE.asMatchPredicate()).flatMap(secretOf);
    if (secret.isEmpty()) {
      return new Refused(404, "Not found", "Nothing is at this path");
    }
    return InboundSignature.check(secret.get(), request, now)
        .<Admission>map(id -> new Admitted(source, source + ":" + id, request))
        .orElseGet(
            () ->
                new Refused(
                    401,
                    "Signature missing or wrong",
                    "Sign by Standard Webhooks, no more than five minutes ago, or by"
                        + " X-Hub-Signature-256"));
  }
}
