package dev.bellwether.local.lambda;

import java.util.Map;

/// Sees each request that leads to a function, before the function does.
@FunctionalInterface
public interface RequestListener {
  /// Sees one.
  ///
  /// @param headers by their names in lower case
  void request(Map<String, String> headers, byte[] body);
}
