package dev.bellwether.domain.condition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Cuts values short for people: what is long, wide or deep is not worth keeping whole.
final class Seen {
  private static final int LONGEST_TEXT = 300;
  private static final int MOST_MEMBERS = 20;
  private static final int DEEPEST = 4;
  private static final String CUT = "…";

  private Seen() {}

  static @Nullable Object cut(@Nullable Object value) {
    return cut(value, DEEPEST);
  }

  private static @Nullable Object cut(@Nullable Object value, int depth) {
    return switch (value) {
      case String text when text.length() > LONGEST_TEXT -> text.substring(0, LONGEST_TEXT) + CUT;
      case List<?> list -> depth == 0 ? CUT : list(list, depth);
      case Map<?, ?> map -> depth == 0 ? CUT : map(map, depth);
      case null, default -> value;
    };
  }

  private static List<@Nullable Object> list(List<?> list, int depth) {
    var cut = new ArrayList<@Nullable Object>();
    list.stream().limit(MOST_MEMBERS).forEach(member -> cut.add(cut(member, depth - 1)));
    if (list.size() > MOST_MEMBERS) {
      cut.add(CUT);
    }
    return cut;
  }

  private static Map<String, @Nullable Object> map(Map<?, ?> map, int depth) {
    var cut = new LinkedHashMap<String, @Nullable Object>();
    map.entrySet().stream()
        .limit(MOST_MEMBERS)
        .forEach(e -> cut.put(String.valueOf(e.getKey()), cut(e.getValue(), depth - 1)));
    if (map.size() > MOST_MEMBERS) {
      cut.put(CUT, CUT);
    }
    return cut;
  }
}
