package dev.bellwether.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One mapping of the template while it is being read: it remembers what was asked for, so that
/// [#end] can refuse what nobody read.
///
/// Values are resolved when they are read; what is ignored may refer to anything.
final class Section {
  private final String path;
  private final Map<String, Object> values;
  private final Intrinsics intrinsics;
  private final Set<String> read = new HashSet<>();
  private final List<Section> children = new ArrayList<>();

  Section(String path, Map<String, Object> values, Intrinsics intrinsics) {
    this.path = path;
    this.values = values;
    this.intrinsics = intrinsics;
  }

  String path() {
    return path;
  }

  Set<String> keys() {
    return values.keySet();
  }

  /// Names keys that mean nothing on one machine.
  Section ignore(String... keys) {
    read.addAll(List.of(keys));
    return this;
  }

  Optional<Object> value(String key) {
    read.add(key);
    return Optional.ofNullable(values.get(key))
        .map(value -> intrinsics.resolve(value, at(key)))
        .filter(value -> !value.equals(Intrinsics.NO_VALUE));
  }

  Optional<String> optional(String key) {
    return value(key).map(Object::toString);
  }

  String text(String key) {
    return optional(key).orElseThrow(() -> refuse(key, "is missing"));
  }

  int number(String key, int otherwise) {
    return optional(key).map(text -> parse(key, text)).orElse(otherwise);
  }

  private int parse(String key, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw refuse(key, "%s is not a whole number".formatted(text));
    }
  }

  List<String> texts(String key) {
    return value(key).map(value -> elements(value, key)).orElse(List.of()).stream()
        .map(Object::toString)
        .toList();
  }

  /// The mapping under a key; empty when the key is absent.
  Section section(String key) {
    read.add(key);
    return child(key, raw(key));
  }

  /// The mapping under a key with a global one merged into it.
  Section section(String key, Map<String, Object> globals) {
    read.add(key);
    return child(key, Globals.merge(globals, raw(key)));
  }

  /// The mapping under a key as it is written, nothing resolved.
  Map<String, Object> mapping(String key) {
    read.add(key);
    return raw(key);
  }

  /// Each mapping of the list under a key.
  List<Section> list(String key) {
    var sections = new ArrayList<Section>();
    for (Object element : value(key).map(value -> elements(value, key)).orElse(List.of())) {
      sections.add(child(key + "[" + sections.size() + "]", mapping(element, at(key))));
    }
    return sections;
  }

  /// Each mapping under a key by its own key, in the order of the template. Nothing inside is
  /// resolved before it is read.
  Map<String, Section> sections(String key) {
    read.add(key);
    var parent = child(key, raw(key));
    var sections = new LinkedHashMap<String, Section>();
    parent.keys().forEach(name -> sections.put(name, parent.child(name, parent.raw(name))));
    parent.ignore(parent.keys().toArray(String[]::new));
    return sections;
  }

  /// Refuses the first key that nobody read, here or below.
  void end() {
    for (String key : values.keySet()) {
      if (!read.contains(key)) {
        throw refuse(key, "is not supported in local mode");
      }
    }
    children.forEach(Section::end);
  }

  UnsupportedTemplateException refuse(String key, String why) {
    return new UnsupportedTemplateException(at(key), why);
  }

  @SuppressWarnings("unchecked")
  static Map<String, Object> mapping(Object value, String path) {
    if (value instanceof Map<?, ?> map) {
      return (Map<String, Object>) map;
    }
    throw new UnsupportedTemplateException(path, "a mapping is expected here");
  }

  private Map<String, Object> raw(String key) {
    var written = values.getOrDefault(key, Map.of());
    var value = Intrinsics.isCall(written) ? intrinsics.resolve(written, at(key)) : written;
    return value.equals(Intrinsics.NO_VALUE) ? Map.of() : mapping(value, at(key));
  }

  private List<?> elements(Object value, String key) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw refuse(key, "a list is expected here");
  }

  private Section child(String key, Map<String, Object> own) {
    var child = new Section(at(key), own, intrinsics);
    children.add(child);
    return child;
  }

  private String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }
}
