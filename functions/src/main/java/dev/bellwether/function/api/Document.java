package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Yaml;
import dev.bellwether.function.Answer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes the document out of a request, or answers why there is none.
final class Document {
  static final int MAX_BYTES = 256 * 1024;

  /// How a document may be written.
  ///
  /// @param types the media types that say so
  private record Format(String name, List<String> types, Function<byte[], JsonNode> parser) {}

  private static final Format JSON = new Format("JSON", List.of("application/json"), Json::read);

  /// By a lambda and no method reference: the parser is not loaded before it is needed.
  private static final Format YAML =
      new Format("YAML", List.of("application/yaml", "text/yaml"), bytes -> Yaml.read(bytes));

  private Document() {}

  /// Answers by what is made of the document, which is in JSON.
  static APIGatewayV2HTTPResponse in(
      ApiRequest request, Function<JsonNode, APIGatewayV2HTTPResponse> answer) {
    return in(request, List.of(JSON), answer);
  }

  /// Answers by what is made of the document, which is in JSON or in YAML.
  static APIGatewayV2HTTPResponse inEither(
      ApiRequest request, Function<JsonNode, APIGatewayV2HTTPResponse> answer) {
    return in(request, List.of(JSON, YAML), answer);
  }

  private static APIGatewayV2HTTPResponse in(
      ApiRequest request,
      List<Format> formats,
      Function<JsonNode, APIGatewayV2HTTPResponse> answer) {
    var type = request.header("content-type").orElse("").split(";", -1)[0].strip();
    var format =
        formats.stream().filter(f -> f.types.contains(type.toLowerCase(Locale.ROOT))).findFirst();
    if (format.isEmpty()) {
      var known = formats.stream().map(f -> f.types.getFirst()).collect(Collectors.joining(" or "));
      return Answer.problem(
          415, "Unsupported media type", "Send content-type: %s, and a document".formatted(known));
    }
    var body = request.body();
    if (body.isEmpty()) {
      return Answer.problem(400, "No body", "Send a document in the body");
    }
    if (body.get().length > MAX_BYTES) {
      return Answer.problem(
          413, "Content too large", "A document has at most %d bytes".formatted(MAX_BYTES));
    }
    return parsed(body.get(), format.get(), answer);
  }

  private static APIGatewayV2HTTPResponse parsed(
      byte[] body, Format format, Function<JsonNode, APIGatewayV2HTTPResponse> answer) {
    JsonNode document;
    try {
      document = format.parser.apply(body);
    } catch (Json.Malformed malformed) {
      return Answer.problem(
          400, "Malformed " + format.name(), String.valueOf(malformed.getMessage()));
    }
    return answer.apply(document);
  }
}
