package dev.bellwether.local.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Works out CloudFormation's intrinsic functions; one it does not know is refused by name.
final class Intrinsics {
  /// What `!Ref AWS::NoValue` stands for; maps and lists leave it out.
  static final Optional<Object> NO_VALUE = Optional.empty();

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

  private final Names names;
  private final Map<String, Object> conditions;

  Intrinsics(Names names, Map<String, Object> conditions) {
    this.names = names;
    this.conditions = conditions;
  }

  static boolean isCall(Object value) {
    return value instanceof Map<?, ?> map
        && map.size() == 1
        && map.keySet().iterator().next() instanceof String key
        && (key.equals("Ref") || key.equals("Condition") || key.startsWith("Fn::"));
  }

  Object resolve(Object value, String path) {
    if (isCall(value)) {
      var call = ((Map<?, ?>) value).entrySet().iterator().next();
      return call((String) call.getKey(), call.getValue(), path);
    }
    return switch (value) {
      case List<?> list -> resolveAll(list, path);
      case Map<?, ?> map -> resolveAll(map, path);
      default -> value;
    };
  }

  boolean holds(String condition, String path) {
    var definition = conditions.get(condition);
    if (definition == null) {
      throw new UnsupportedTemplateException(path, "there is no condition " + condition);
    }
    return truth(definition, "Conditions." + condition);
  }

  private List<Object> resolveAll(List<?> list, String path) {
    return list.stream()
        .map(element -> resolve(element, path))
        .filter(element -> !element.equals(NO_VALUE))
        .toList();
  }

  private Map<String, Object> resolveAll(Map<?, ?> map, String path) {
    var resolved = new LinkedHashMap<String, Object>();
    map.forEach(
        (key, value) -> {
          var result = resolve(value, path + "." + key);
          if (!result.equals(NO_VALUE)) {
            resolved.put((String) key, result);
          }
        });
    return resolved;
  }

  private Object call(String function, Object argument, String path) {
    return switch (function) {
      case "Ref" -> ref(argument.toString(), path);
      case "Fn::GetAtt" -> attribute(list(dotted(argument), 2, function, path), path);
      case "Fn::Sub" -> substitute(argument, path);
      case "Fn::If" -> choose(list(argument, 3, function, path), path);
      case "Fn::Join" -> join(list(argument, 2, function, path), path);
      case "Condition", "Fn::Equals", "Fn::Not", "Fn::And", "Fn::Or" ->
          truth(Map.of(function, argument), path);
      default ->
          throw new UnsupportedTemplateException(
              path, function + " is not supported in local mode");
    };
  }

  private boolean truth(Object condition, String path) {
    if (!isCall(condition)) {
      throw new UnsupportedTemplateException(path, "this is not a condition");
    }
    var call = ((Map<?, ?>) condition).entrySet().iterator().next();
    var function = (String) call.getKey();
    if (function.equals("Condition")) {
      return holds(call.getValue().toString(), path);
    }
    var operands = list(call.getValue(), 0, function, path);
    return switch (function) {
      case "Fn::Equals" ->
          Objects.equals(
              resolve(operands.getFirst(), path).toString(),
              resolve(operands.getLast(), path).toString());
      case "Fn::Not" -> !truth(operands.getFirst(), path);
      case "Fn::And" -> operands.stream().allMatch(operand -> truth(operand, path));
      case "Fn::Or" -> operands.stream().anyMatch(operand -> truth(operand, path));
      default -> throw new UnsupportedTemplateException(path, function + " is not a condition");
    };
  }

  private Object ref(String name, String path) {
    if (name.equals("AWS::NoValue")) {
      return NO_VALUE;
    }
    return names
        .ref(name)
        .orElseThrow(
            () ->
                new UnsupportedTemplateException(
                    path, "!Ref %s stands for nothing that local mode has".formatted(name)));
  }

  private Object attribute(List<?> argument, String path) {
    var id = argument.getFirst().toString();
    var attribute = argument.getLast().toString();
    return names
        .attribute(id, attribute)
        .orElseThrow(
            () ->
                new UnsupportedTemplateException(
                    path,
                    "!GetAtt %s.%s stands for nothing that local mode has"
                        .formatted(id, attribute)));
  }

  private String substitute(Object argument, String path) {
    var own = argument instanceof List<?> list && list.size() == 2 ? (Map<?, ?>) list.get(1) : null;
    var text = argument instanceof List<?> list ? list.getFirst().toString() : argument.toString();
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    placeholder(match, own == null ? Map.of() : own, path).toString()));
  }

  private Object placeholder(MatchResult match, Map<?, ?> own, String path) {
    var name = match.group(2);
    var given = own.get(name);
    if (!match.group(1).isEmpty()) {
      return "${" + name + "}";
    }
    if (given != null) {
      return resolve(given, path);
    }
    return name.contains(".")
        ? attribute(list(dotted(name), 2, "Fn::Sub", path), path)
        : ref(name, path);
  }

  private Object choose(List<?> argument, String path) {
    var condition = argument.getFirst().toString();
    return resolve(argument.get(holds(condition, path) ? 1 : 2), path);
  }

  private String join(List<?> argument, String path) {
    var parts = list(resolve(argument.getLast(), path), 0, "Fn::Join", path);
    return parts.stream()
        .map(Object::toString)
        .collect(Collectors.joining(argument.getFirst().toString()));
  }

  private static Object dotted(Object argument) {
    return argument instanceof String text ? List.of(text.split("\\.", 2)) : argument;
  }

  private static List<?> list(Object value, int size, String function, String path) {
    if (value instanceof List<?> list && !list.isEmpty() && (size == 0 || list.size() == size)) {
      return list;
    }
    throw new UnsupportedTemplateException(path, function + " is written in an unknown form");
  }
}
