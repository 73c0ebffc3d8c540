package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.bellwether.domain.access.Principal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the routes need of an HTTP API request (payload format 2.0).
///
/// @param segments the path between its slashes, decoded; the root has one that is empty
/// @param headers by lower-case name
/// @param cookies as `name=value`
/// @param requestId names this request, unlike any other
/// @param principal whom it is from
record ApiRequest(
    String method,
    List<String> segments,
    Map<String, String> headers,
    Map<String, String> query,
    List<String> cookies,
    Optional<byte[]> body,
    String requestId,
    Principal principal) {
  ApiRequest {
    cookies = List.copyOf(cookies);
    segments = List.copyOf(segments);
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }

  /// Unpacks a request; a body that claims to be base64 and is not counts as none.
  static ApiRequest of(APIGatewayV2HTTPEvent event, String requestId) {
    return new ApiRequest(
        event.getRequestContext().getHttp().getMethod(),
        segments(Optional.ofNullable(event.getRawPath()).orElse("/")),
        Optional.ofNullable(event.getHeaders()).orElse(Map.of()),
        Optional.ofNullable(event.getQueryStringParameters()).orElse(Map.of()),
        Optional.ofNullable(event.getCookies()).orElse(List.of()),
        body(event),
        requestId,
        Principal.NOBODY);
  }

  /// Makes a request of our own.
  static ApiRequest get(List<String> segments, Map<String, String> headers) {
    return new ApiRequest(
        "GET",
        segments,
        headers,
        Map.of(),
        List.of(),
        Optional.empty(),
        "rehearsal",
        Principal.NOBODY);
  }

  /// Makes another request of the same person's.
  ApiRequest as(String otherMethod, List<String> path, Map<String, String> asked, String document) {
    return new ApiRequest(
        otherMethod,
        path,
        headers,
        asked,
        cookies,
        Optional.of(document.getBytes(StandardCharsets.UTF_8)),
        requestId,
        principal);
  }

  /// Copies the request for whom it is from.
  ApiRequest by(Principal someone) {
    return new ApiRequest(method, segments, headers, query, cookies, body, requestId, someone);
  }

  /// Tells whether whoever asks sees what belongs to a repository.
  boolean sees(String repository) {
    return principal.sees(repository);
  }

  /// Names what is asked for, so that the same asked again is the same: by `Idempotency-Key` and
  /// whose it is, or like no other.
  String key() {
    return header("idempotency-key").map(key -> principal.id() + ":" + key).orElse(requestId);
  }

  /// Finds a cookie.
  Optional<String> cookie(String name) {
    return cookies.stream()
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1).strip())
        .findFirst();
  }

  /// Finds a header.
  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName)).map(String::strip);
  }

  /// Writes the path as it was asked for, for the log.
  String path() {
    return "/" + String.join("/", segments);
  }

  private static List<String> segments(String rawPath) {
    return Arrays.stream(rawPath.substring(rawPath.startsWith("/") ? 1 : 0).split("/", -1))
        .map(ApiRequest::decoded)
        .toList();
  }

  /// A plus sign is itself in a path.
  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return segment;
    }
  }

  private static Optional<byte[]> body(APIGatewayV2HTTPEvent event) {
    var text = event.getBody();
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          event.getIsBase64Encoded()
              ? Base64.getDecoder().decode(text)
              : text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
