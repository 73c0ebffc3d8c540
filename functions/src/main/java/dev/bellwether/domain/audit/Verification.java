package dev.bellwether.domain.audit;

/// What checking the entries of a day against their seals found.
public sealed interface Verification {
  /// All are there, as they were written and in their order.
  record Intact(long entries) implements Verification {}

  /// One is not as it was written, or is gone, or stands elsewhere.
  ///
  /// @param number the first one that is wrong
  /// @param because what is wrong with it, for people
  record Broken(long number, String because) implements Verification {}
}
