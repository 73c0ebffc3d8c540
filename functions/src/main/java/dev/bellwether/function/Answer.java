package dev.bellwether.function;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.adapter.json.Fault;
import dev.bellwether.adapter.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Builds HTTP answers: JSON, and problems as RFC 9457 has them.
public final class Answer {
  private Answer() {}

  /// Answers with a JSON document.
  public static APIGatewayV2HTTPResponse json(int status, Object body) {
    return answer(status, "application/json", body, Map.of());
  }

  /// Answers with a JSON document and headers that belong to it, such as `Location`.
  public static APIGatewayV2HTTPResponse json(
      int status, Object body, Map<String, String> headers) {
    return answer(status, "application/json", body, headers);
  }

  /// Answers that it is done and there is nothing to say (204).
  public static APIGatewayV2HTTPResponse nothing() {
    return APIGatewayV2HTTPResponse.builder().withStatusCode(204).withHeaders(Map.of()).build();
  }

  /// Answers that a document is understood as JSON and cannot be taken as it is (422), with
  /// everything that is wrong with it.
  public static APIGatewayV2HTTPResponse invalid(String detail, List<Fault> faults) {
    var body = problemBody(422, "Invalid document", detail);
    body.put(
        "errors",
        faults.stream().map(f -> Map.of("pointer", f.pointer(), "detail", f.detail())).toList());
    return answer(422, "application/problem+json", body, Map.of());
  }

  /// Answers with what is wrong and what to do about it.
  ///
  /// @param title the kind of problem, always the same words for the same kind
  /// @param detail this problem, in a sentence for the person who sent the request
  public static APIGatewayV2HTTPResponse problem(int status, String title, String detail) {
    return problem(status, title, detail, Map.of());
  }

  /// Answers with a problem and headers that belong to it, such as `Allow`.
  public static APIGatewayV2HTTPResponse problem(
      int status, String title, String detail, Map<String, String> headers) {
    return answer(status, "application/problem+json", problemBody(status, title, detail), headers);
  }

  /// Answers with a problem and the conditions it comes from.
  public static APIGatewayV2HTTPResponse explained(
      int status, String title, String detail, Object explanation) {
    var body = problemBody(status, title, detail);
    body.put("explanation", explanation);
    return answer(status, "application/problem+json", body, Map.of());
  }

  private static Map<String, Object> problemBody(int status, String title, String detail) {
    var body = new LinkedHashMap<String, Object>();
    body.put("title", title);
    body.put("status", status);
    body.put("detail", detail);
    return body;
  }

  private static APIGatewayV2HTTPResponse answer(
      int status, String type, Object body, Map<String, String> more) {
    var headers = new LinkedHashMap<>(more);
    headers.put("content-type", type);
    headers.put("cache-control", "no-store");
    headers.put("x-content-type-options", "nosniff");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(status)
        .withHeaders(headers)
        .withBody(Json.write(body))
        .build();
  }
}
