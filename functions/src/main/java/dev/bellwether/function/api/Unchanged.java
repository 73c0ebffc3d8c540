package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.usecase.Sha256;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Answers who asks again and has the answer already that nothing has changed (304), by the entity
/// tags of RFC 9110. An answer that has no tag of its own gets a weak one, of what it reads.
final class Unchanged {
  private static final String TAG = "ETag";
  private static final int DIGITS = 32;

  private Unchanged() {}

  /// Answers a request with what was found, or that it is the same.
  static APIGatewayV2HTTPResponse unless(ApiRequest request, APIGatewayV2HTTPResponse found) {
    if (!request.method().equals("GET") || found.getStatusCode() != 200) {
      return found;
    }
    var headers = new TreeMap<>(Objects.requireNonNullElse(found.getHeaders(), Map.of()));
    headers.computeIfAbsent(TAG, none -> tag(Objects.toString(found.getBody(), "")));
    var isKnown =
        Arrays.stream(request.header("if-none-match").orElse("").split(",", -1))
            .map(String::strip)
            .anyMatch(headers.get(TAG)::equals);
    found.setHeaders(headers);
    if (isKnown) {
      found.setStatusCode(304);
      found.setBody(null);
    }
    return found;
  }

  private static String tag(String body) {
    return "W/\"%s\"".formatted(Sha256.hex(body).substring(0, DIGITS));
  }
}
