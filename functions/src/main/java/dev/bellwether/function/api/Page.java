package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Answers lists: `{"items": […], "next": "…"}`, as many as `limit` asks for. Where `next` is
/// there, the list goes on: it is the `cursor` that the next request gives. What is added meanwhile
/// moves nothing.
///
/// Where only some of what is read is wanted, an answer reads on, so many times at most; it may
/// have less than was asked for and go on all the same.
final class Page {
  /// So an answer reads at most so many times what it was asked for.
  private static final int MOST_READS = 10;

  private Page() {}

  /// Reads a part of a list in its own order.
  @FunctionalInterface
  interface Source<T> {
    /// @param after the [Slice#next] of the part before; empty at the start
    Slice<T> read(String after, int limit);
  }

  /// Says which of what is read is answered, and how it is written.
  record Shown<T>(Predicate<T> isWanted, Function<T, ? extends JsonNode> json) {}

  /// Answers with all there is.
  static APIGatewayV2HTTPResponse of(List<? extends JsonNode> items) {
    return of(items, Optional.empty());
  }

  /// Answers with a part of a list that is the newest first; the request may say `from` and `to`.
  ///
  /// @param usual the part that is meant where the request says nothing else
  /// @param filters the names of query parameters known beside those of every list
  static <T> APIGatewayV2HTTPResponse newest(
      ApiRequest request,
      Set<String> filters,
      Part usual,
      Function<Part, Slice<T>> list,
      Shown<T> shown) {
    return switch (PageQuery.inTime(request, filters, usual)) {
      case PageQuery.Asked asked ->
          read(
              asked,
              (after, limit) -> {
                var part = new Part(asked.from(), asked.to(), Optional.empty(), limit);
                return list.apply(after.isEmpty() ? part : part.goingOn(after));
              },
              shown);
      case PageQuery.Wrong(var detail) -> refused(detail);
    };
  }

  /// Answers with a part of a list in its own order.
  ///
  /// @param filters the names of query parameters known beside those of every list
  static <T> APIGatewayV2HTTPResponse inOrder(
      ApiRequest request, Set<String> filters, Source<T> list, Shown<T> shown) {
    return switch (PageQuery.inOrder(request, filters)) {
      case PageQuery.Asked asked -> read(asked, list, shown);
      case PageQuery.Wrong(var detail) -> refused(detail);
    };
  }

  /// Answers that a query parameter cannot be taken.
  static APIGatewayV2HTTPResponse refused(String detail) {
    return Answer.problem(400, "Bad query", detail);
  }

  private static <T> APIGatewayV2HTTPResponse read(
      PageQuery.Asked asked, Source<T> list, Shown<T> shown) {
    var items = new ArrayList<JsonNode>();
    var next = Optional.of(asked.after());
    try {
      for (int n = 0; n < MOST_READS && next.isPresent() && items.size() < asked.limit(); n++) {
        var slice = list.read(next.get(), asked.limit() - items.size());
        slice.items().stream().filter(shown.isWanted()).map(shown.json()).forEach(items::add);
        next = slice.next();
        if (slice.items().isEmpty()) {
          break; // it went through many days in vain: whoever asks decides to go on
        }
      }
    } catch (Part.Misplaced nowhere) {
      return refused(PageQuery.BAD_CURSOR);
    }
    return of(items, next);
  }

  private static APIGatewayV2HTTPResponse of(
      List<? extends JsonNode> items, Optional<String> next) {
    var body = Json.object();
    body.putArray("items").addAll(items);
    next.ifPresent(place -> body.put("next", PageQuery.cursor(place)));
    return Answer.json(200, body);
  }
}
