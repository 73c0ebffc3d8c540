package dev.bellwether.function;

/// The composition root: builds what the handlers call, each thing once, and nothing before it is
/// asked for.
public final class Wiring {
  private final Environment environment;

  /// Wires for an environment.
  public Wiring(Environment environment) {
    this.environment = environment;
  }

  /// Tells what it wires for.
  public Environment environment() {
    return environment;
  }
}
