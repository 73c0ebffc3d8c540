package dev.bellwether.domain.budget;

/// What a request costs.
///
/// @param contents 1 when it makes content, as every write may
/// @param points 1 for a read, 5 for a write
public record Cost(int contents, int points) {
  public static final Cost READ = new Cost(0, 1);
  public static final Cost WRITE = new Cost(1, 5);

  /// Finds the cost of a request by its method.
  public static Cost of(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS" -> READ;
      default -> WRITE;
    };
  }

  Cost plus(Cost other) {
    return new Cost(contents + other.contents, points + other.points);
  }

  /// Takes another cost off this one.
  public Cost minus(Cost other) {
    return new Cost(contents - other.contents, points - other.points);
  }

  /// Tells whether this covers another.
  public boolean covers(Cost other) {
    return contents >= other.contents && points >= other.points;
  }
}
