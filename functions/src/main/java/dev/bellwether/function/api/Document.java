package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.function.Answer;
import java.util.Locale;
import java.util.function.Function;

/// Takes the JSON document out of a request, or answers why there is none.
final class Document {
  static final int MAX_BYTES = 256 * 1024;

  private Document() {}

  /// Answers by what is made of the document.
  static APIGatewayV2HTTPResponse in(
      ApiRequest request, Function<JsonNode, APIGatewayV2HTTPResponse> answer) {
    if (!isJson(request.header("content-type").orElse(""))) {
      return Answer.problem(
          415, "Unsupported media type", "Send content-type: application/json, and a document");
    }
    var body = request.body();
    if (body.isEmpty()) {
      return Answer.problem(400, "No body", "Send a JSON document in the body");
    }
    if (body.get().length > MAX_BYTES) {
      return Answer.problem(
          413, "Content too large", "A document has at most %d bytes".formatted(MAX_BYTES));
    }
    return parsed(body.get(), answer);
  }

  private static APIGatewayV2HTTPResponse parsed(
      byte[] body, Function<JsonNode, APIGatewayV2HTTPResponse> answer) {
    JsonNode document;
    try {
      document = Json.read(body);
    } catch (Json.Malformed malformed) {
      return Answer.problem(400, "Malformed JSON", String.valueOf(malformed.getMessage()));
    }
    return answer.apply(document);
  }

  private static boolean isJson(String contentType) {
    var type = contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
    return type.equals("application/json");
  }
}
