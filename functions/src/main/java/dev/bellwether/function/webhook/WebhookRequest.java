package dev.bellwether.function.webhook;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads what a webhook needs out of an HTTP API request (payload format 2.0).
final class WebhookRequest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String PAYLOAD = "payload=";
  private static final Pattern EVENT = Pattern.compile("[a-z0-9_]{1,64}");

  /// GitHub sends a UUID; other forms are let in for those who post by hand.
  private static final Pattern DELIVERY = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private final Map<String, String> headers;
  private final byte[] body;

  private WebhookRequest(Map<String, String> headers, byte[] body) {
    this.headers = headers;
    this.body = body;
  }

  /// Unpacks a request.
  ///
  /// @return nothing when it has no body, or one that claims to be base64 and is not
  static Optional<WebhookRequest> of(APIGatewayV2HTTPEvent event) {
    var text = Optional.ofNullable(event.getBody()).orElse("");
    var headers = Optional.ofNullable(event.getHeaders()).orElse(Map.of());
    try {
      var body =
          event.getIsBase64Encoded()
              ? Base64.getDecoder().decode(text)
              : text.getBytes(StandardCharsets.UTF_8);
      return body.length == 0
          ? Optional.empty()
          : Optional.of(new WebhookRequest(Map.copyOf(headers), body));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /// The raw bytes, which the signature is over; not a copy.
  byte[] body() {
    return body;
  }

  /// Finds a well-formed `X-GitHub-Event`.
  Optional<String> event() {
    return header("x-github-event").filter(EVENT.asMatchPredicate());
  }

  /// Finds a well-formed `X-GitHub-Delivery`.
  Optional<String> deliveryId() {
    return header("x-github-delivery").filter(DELIVERY.asMatchPredicate());
  }

  /// Finds `X-Hub-Signature-256`.
  Optional<String> signature() {
    return header("x-hub-signature-256");
  }

  /// Tells whether the content type is one that GitHub sends.
  boolean hasKnownType() {
    return isForm() || isJson();
  }

  /// Tells whether the content type is JSON's.
  boolean isJson() {
    return contentType().equals("application/json");
  }

  /// Takes the JSON payload out: the body itself, or the form's `payload` field; no bytes at all
  /// where the form has none that can be read.
  byte[] payload() {
    if (!isForm()) {
      return body;
    }
    for (var field : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
      if (field.startsWith(PAYLOAD)) {
        return decoded(field.substring(PAYLOAD.length())).getBytes(StandardCharsets.UTF_8);
      }
    }
    return new byte[0];
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notUrlEncoded) {
      return "";
    }
  }

  private boolean isForm() {
    return contentType().equals(FORM);
  }

  private String contentType() {
    var value = header("content-type").orElse("");
    var end = value.indexOf(';');
    return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /// HTTP API hands the names of headers over in lower case.
  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }
}
