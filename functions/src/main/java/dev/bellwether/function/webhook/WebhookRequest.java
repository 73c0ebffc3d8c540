package dev.bellwether.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads what a webhook needs out of an HTTP API request (payload format 2.0).
final class WebhookRequest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PAYLOAD = "payload=";

  private final String method;
  private final Map<String, String> headers;
  private final byte[] body;

  private WebhookRequest(String method, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.headers = headers;
    this.body = body;
  }

  /// Unpacks a request.
  ///
  /// @throws IllegalArgumentException when the body claims to be base64 and is not
  static WebhookRequest of(APIGatewayV2HTTPEvent event) {
    var text = Optional.ofNullable(event.getBody()).orElse("");
    var body =
        event.getIsBase64Encoded()
            ? Base64.getDecoder().decode(text)
            : text.getBytes(StandardCharsets.UTF_8);
    var headers = Optional.ofNullable(event.getHeaders()).orElse(Map.of());
    return new WebhookRequest(event.getRequestContext().getHttp().getMethod(), headers, body);
  }

  String method() {
    return method;
  }

  /// The raw bytes, which the signature is over; not a copy.
  byte[] body() {
    return body;
  }

  /// Finds a header; HTTP API hands their names over in lower case.
  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName)).filter(value -> !value.isBlank());
  }

  /// Tells whether the content type is one that GitHub sends.
  boolean hasKnownType() {
    return isForm() || contentType().equals("application/json");
  }

  /// Finds the JSON payload: the body itself, or the form's `payload` field.
  Optional<byte[]> payload() {
    if (!isForm()) {
      return body.length == 0 ? Optional.empty() : Optional.of(body);
    }
    for (var field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      if (field.startsWith(PAYLOAD) && field.length() > PAYLOAD.length()) {
        var value = URLDecoder.decode(field.substring(PAYLOAD.length()), StandardCharsets.UTF_8);
        return Optional.of(value.getBytes(StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }

  private boolean isForm() {
    return contentType().equals(FORM);
  }

  private String contentType() {
    var value = header("content-type").orElse("");
    var end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
