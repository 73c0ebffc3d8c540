package dev.bellwether.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Merges SAM's `Globals` into a resource as SAM does: mappings are merged, lists are joined, and
/// for the rest the resource's own value wins.
final class Globals {
  private Globals() {}

  static Map<String, Object> merge(Map<String, Object> globals, Map<String, Object> own) {
    var merged = new LinkedHashMap<>(globals);
    own.forEach((key, value) -> merged.merge(key, value, Globals::mergeValue));
    return merged;
  }

  private static Object mergeValue(Object global, Object own) {
    if (Intrinsics.isCall(global) || Intrinsics.isCall(own)) {
      return own;
    }
    if (global instanceof Map<?, ?> && own instanceof Map<?, ?>) {
      return merge(Section.mapping(global, "Globals"), Section.mapping(own, "Globals"));
    }
    return global instanceof List<?> first && own instanceof List<?> second
        ? Stream.concat(first.stream(), second.stream()).toList()
        : own;
  }
}
