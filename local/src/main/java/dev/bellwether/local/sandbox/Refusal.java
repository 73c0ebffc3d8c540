package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/// GitHub's no, with the body it has there.
///
/// See <https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api>.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final transient ObjectNode body;
  private Duration wait = Duration.ZERO;

  private Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
    this.body = Json.object().put("message", message);
    body.put("documentation_url", "https://docs.github.com/rest");
    body.put("status", String.valueOf(status));
  }

  static Refusal of(int status, String message) {
    return new Refusal(status, message);
  }

  static Refusal notFound() {
    return new Refusal(404, "Not Found");
  }

  /// Refuses what GitHub may have and the sandbox has not, by name.
  static Refusal notServed(Request request) {
    return new Refusal(
        404, "The sandbox does not serve %s %s".formatted(request.method(), request.path()));
  }

  /// Refuses a body that does not have the shape described.
  static Refusal invalidRequest(String why) {
    return new Refusal(422, "Invalid request.\n\n" + why);
  }

  /// Refuses a value.
  ///
  /// @param resource such as `Label`
  /// @param code such as `already_exists`
  static Refusal validationFailed(String resource, String field, String code) {
    var refusal = new Refusal(422, "Validation Failed");
    refusal
        .body
        .putArray("errors")
        .addObject()
        .put("resource", resource)
        .put("code", code)
        .put("field", field);
    return refusal;
  }

  /// Says when to come back.
  Refusal retryAfter(Duration newWait) {
    wait = newWait;
    return this;
  }

  /// Tells how long to wait; zero when that is not said.
  Duration retryAfter() {
    return wait;
  }

  int status() {
    return status;
  }

  JsonNode body() {
    return body;
  }
}
