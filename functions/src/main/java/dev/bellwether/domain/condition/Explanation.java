package dev.bellwether.domain.condition;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Says how a condition came out and what was seen: the tree that answers "why did it not fire?".
///
/// @param kind `all`, `any`, `not` or `leaf`
/// @param field the fact a leaf looked at; null for groups
/// @param operator the leaf's operator as written in definitions; null for groups
/// @param expected what the leaf compared with
/// @param seen the value found, cut short where it is long; null when the fact was missing
/// @param parts the judgements below a group, in the order written
public record Explanation(
    String kind,
    @Nullable String field,
    @Nullable String operator,
    @Nullable Object expected,
    @Nullable Object seen,
    Truth truth,
    List<Explanation> parts) {

  public Explanation {
    parts = List.copyOf(parts);
  }

  static Explanation group(String kind, Truth truth, List<Explanation> parts) {
    return new Explanation(kind, null, null, null, null, truth, parts);
  }

  static Explanation leaf(
      String field,
      Operator operator,
      @Nullable Object expected,
      @Nullable Object seen,
      Truth truth) {
    return new Explanation(
        "leaf", field, operator.wireName(), Seen.cut(expected), Seen.cut(seen), truth, List.of());
  }

  /// Finds the first comparison that kept this from being true, reading in the order written.
  public Optional<Explanation> firstObstacle() {
    if (truth == Truth.TRUE) {
      return Optional.empty();
    }
    if (kind.equals("leaf") || kind.equals("not")) {
      return Optional.of(this);
    }
    return parts.stream().flatMap(part -> part.firstObstacle().stream()).findFirst();
  }
}
