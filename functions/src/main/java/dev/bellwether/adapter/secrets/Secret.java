package dev.bellwether.adapter.secrets;

import java.util.Map;
import java.util.Optional;

/// A secret's fields, those of an object in it by `object.field`; blank ones count as absent.
public record Secret(Map<String, String> fields) {
  static final Secret EMPTY = new Secret(Map.of());

  public Secret {
    fields = Map.copyOf(fields);
  }

  /// Finds a field.
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  /// Names the fields and leaves their values out.
  @Override
  public String toString() {
    return "Secret" + fields.keySet();
  }
}
