package dev.bellwether.function;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// What a function is told from outside: its variables and the time. The only reader of the process
/// environment.
///
/// @param variables by name; an empty value counts as absent, as the template's unset parameters
///   arrive empty
/// @param clock tells the time to everything the function does
public record Environment(Map<String, String> variables, InstantSource clock) {
  public Environment {
    variables = Map.copyOf(variables);
  }

  /// The environment of this process, as Lambda sets it, under the system's clock.
  public static Environment system() {
    return new Environment(System.getenv(), Clock.systemUTC());
  }

  /// An environment made by hand: tests and the local runner.
  public static Environment of(Map<String, String> variables, InstantSource clock) {
    return new Environment(variables, clock);
  }

  /// Reads a variable that may be absent.
  public Optional<String> optional(String name) {
    return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
  }

  /// Reads a variable that the template always sets.
  ///
  /// @throws IllegalStateException when it is absent, naming it
  public String required(String name) {
    return optional(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The environment variable %s is not set; template.yaml sets it for each function"
                        .formatted(name)));
  }

  /// Leaves the values out: some are secrets.
  @Override
  public String toString() {
    return "Environment" + variables.keySet();
  }
}
