package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Cuts a list into pages as GitHub does: 30 to a page, at most 100, the first has number 1.
///
/// See <https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api>.
record Page(int number, int size) {
  static Page of(Map<String, String> query) {
    return new Page(
        Math.max(1, number(query, "page", 1)), Math.clamp(number(query, "per_page", 30), 1, 100));
  }

  ArrayNode cut(ArrayNode all) {
    var page = Json.array();
    for (long i = (number - 1L) * size; i < Math.min(all.size(), (long) number * size); i++) {
      page.add(all.get((int) i));
    }
    return page;
  }

  /// Makes the `Link` header; empty when everything is on one page.
  String links(URI base, Request request, int total) {
    int last = Math.max(1, (total + size - 1) / size);
    var links = new ArrayList<String>();
    if (number > 1) {
      links.add(link(base, request, "prev", number - 1));
      links.add(link(base, request, "first", 1));
    }
    if (number < last) {
      links.add(link(base, request, "next", number + 1));
      links.add(link(base, request, "last", last));
    }
    return String.join(", ", links);
  }

  private static String link(URI base, Request request, String relation, int page) {
    var query = new LinkedHashMap<>(request.query());
    query.put("page", String.valueOf(page));
    var text =
        query.entrySet().stream()
            .map(entry -> Text.encode(entry.getKey()) + "=" + Text.encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return "<%s%s?%s>; rel=\"%s\"".formatted(base, request.path(), text, relation);
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    try {
      return Integer.parseInt(query.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
