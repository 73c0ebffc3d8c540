package dev.bellwether.function.api;

import dev.bellwether.usecase.port.Part;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What a request asks of a list: `limit`, `cursor`, and of one in time `from` and `to`.
sealed interface PageQuery {
  int STANDARD = 50;
  int MOST = 100;
  int LONGEST_CURSOR = 1000;
  String BAD_CURSOR = "cursor must be the next of an answer of this list";

  /// The request can be answered.
  ///
  /// @param after the place to go on after; empty at the start
  /// @param from nothing older
  /// @param to only what is older
  record Asked(int limit, String after, Instant from, Instant to) implements PageQuery {}

  /// It cannot, for this reason.
  record Wrong(String detail) implements PageQuery {}

  /// Reads what is asked of a list in time.
  ///
  /// @param usual the part that is meant where the request says nothing else
  static PageQuery inTime(ApiRequest request, Set<String> filters, Part usual) {
    var known = new TreeSet<>(filters);
    known.addAll(Set.of("from", "to"));
    if (!(inOrder(request, known) instanceof Asked asked)) {
      return inOrder(request, known);
    }
    var from = instant(request, "from", usual.from());
    var to = instant(request, "to", usual.to());
    if (from.isEmpty() || to.isEmpty()) {
      return new Wrong(
          "%s must be a time such as 2026-11-25T09:00:00Z, or a date"
              .formatted(from.isEmpty() ? "from" : "to"));
    }
    return from.get().isBefore(to.get())
        ? new Asked(asked.limit(), asked.after(), from.get(), to.get())
        : new Wrong("from must be before to, which is the end of today unless you say it");
  }

  /// Reads what is asked of a list in an order of its own.
  static PageQuery inOrder(ApiRequest request, Set<String> filters) {
    var known = new TreeSet<>(filters);
    known.addAll(Set.of("cursor", "limit"));
    var unknown = new TreeSet<>(request.query().keySet());
    unknown.removeAll(known);
    if (!unknown.isEmpty()) {
      return new Wrong(
          "Unknown parameter %s; known are %s"
              .formatted(unknown.first(), String.join(", ", known)));
    }
    var limit = limit(request.query().getOrDefault("limit", String.valueOf(STANDARD)));
    if (limit == 0) {
      return new Wrong("limit must be a whole number from 1 to %d".formatted(MOST));
    }
    return place(request.query().getOrDefault("cursor", ""))
        .<PageQuery>map(after -> new Asked(limit, after, Instant.MIN, Instant.MAX))
        .orElseGet(() -> new Wrong(BAD_CURSOR));
  }

  /// Writes a place so that it can stand in a URL and nobody takes it for more than it is.
  static String cursor(String place) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(place.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> place(String cursor) {
    if (cursor.length() > LONGEST_CURSOR) {
      return Optional.empty();
    }
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static int limit(String text) {
    var limit = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    return limit <= MOST ? limit : 0;
  }

  private static Optional<Instant> instant(ApiRequest request, String name, Instant otherwise) {
    var text = request.query().get(name);
    try {
      return text == null ? Optional.of(otherwise) : Optional.of(instant(text));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  /// Far enough from the ends of time that stores can write it.
  private static Instant instant(String text) {
    var instant =
        text.length() == 10
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : OffsetDateTime.parse(text).toInstant();
    var year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1970 || year > 9998) {
      throw new DateTimeException("Too far away");
    }
    return instant;
  }
}
