package dev.bellwether.local;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The options that were given, as texts.
record Given(Map<Option, String> values) {
  private static final String OWN_PREFIX = "BELLWETHER_";

  /// Reads flags and variables; a flag wins, an empty variable counts as absent.
  ///
  /// @throws SettingsException when a flag is unknown or lacks its value, or a variable with our
  ///   prefix is unknown
  static Given of(List<String> arguments, Map<String, String> environment)
      throws SettingsException {
    var values = new EnumMap<Option, String>(Option.class);
    readVariables(environment, values);
    readFlags(arguments, values);
    return new Given(values);
  }

  private static void readVariables(Map<String, String> environment, Map<Option, String> values)
      throws SettingsException {
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      var option = Option.ofVariable(variable.getKey());
      if (option.isPresent() && !variable.getValue().isBlank()) {
        values.put(option.get(), variable.getValue());
      } else if (option.isEmpty() && variable.getKey().startsWith(OWN_PREFIX)) {
        throw new SettingsException("The variable %s is unknown".formatted(variable.getKey()));
      }
    }
  }

  private static void readFlags(List<String> arguments, Map<Option, String> values)
      throws SettingsException {
    var rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      var parts = rest.pop().split("=", 2);
      var option =
          Option.ofFlag(parts[0])
              .orElseThrow(
                  () -> new SettingsException("The flag %s is unknown".formatted(parts[0])));
      if (!option.takesValue()) {
        values.put(option, "true");
      } else if (parts.length == 2) {
        values.put(option, parts[1]);
      } else if (rest.isEmpty() || rest.peek().startsWith("--")) {
        throw new SettingsException("%s needs a value".formatted(option.flag()));
      } else {
        values.put(option, rest.pop());
      }
    }
  }

  boolean has(Option option) {
    return values.containsKey(option);
  }

  Optional<String> value(Option option) {
    return Optional.ofNullable(values.get(option));
  }

  String value(Option option, String otherwise) {
    return values.getOrDefault(option, otherwise);
  }

  /// Says which option is wrong and how, without its value, which may be a secret.
  static SettingsException wrong(Option option, String expected) {
    return new SettingsException(
        "%s (%s) must be %s".formatted(option.flag(), option.variable(), expected));
  }
}
