package dev.bellwether.adapter.json;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/// Knows the public holidays of countries.
@FunctionalInterface
public interface Holidays {
  /// Lists those around now, from last year on for as long as a promise may last.
  ///
  /// @param country by ISO 3166, such as `FR`
  /// @param subdivision a part of it by ISO 3166-2 without the country, such as `BE`; empty for all
  ///   of it
  /// @return nothing when the country, or the part of it, is not known
  Optional<Set<LocalDate>> of(String country, String subdivision);
}
