package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.function.Answer;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/// Answers a list: `{"items": […]}`, as many as `limit` asks for.
final class Page {
  static final int STANDARD = 50;
  static final int MOST = 100;

  private Page() {}

  /// Answers with items.
  static APIGatewayV2HTTPResponse of(List<? extends JsonNode> items) {
    var body = Json.object();
    body.putArray("items").addAll(items);
    return Answer.json(200, body);
  }

  /// Answers with the items read by the limit the request asks for, 50 when it does not.
  ///
  /// @param filters the names of query parameters known besides `limit`
  static APIGatewayV2HTTPResponse of(
      ApiRequest request, Set<String> filters, IntFunction<List<? extends JsonNode>> read) {
    var unknown = new TreeSet<>(request.query().keySet());
    unknown.removeAll(filters);
    unknown.remove("limit");
    if (!unknown.isEmpty()) {
      return refused(
          "Unknown parameter %s; known are limit%s"
              .formatted(unknown.first(), filters.isEmpty() ? "" : " and " + filters));
    }
    var limit = limit(request.query().getOrDefault("limit", String.valueOf(STANDARD)));
    return limit.isPresent()
        ? of(read.apply(limit.getAsInt()))
        : refused("limit must be a whole number from 1 to %d".formatted(MOST));
  }

  /// Answers that a query parameter cannot be taken.
  static APIGatewayV2HTTPResponse refused(String detail) {
    return Answer.problem(400, "Bad query", detail);
  }

  private static OptionalInt limit(String text) {
    var limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    return limit >= 1 && limit <= MOST ? OptionalInt.of(limit) : OptionalInt.empty();
  }
}
