package dev.bellwether.usecase;

/// Says what a change to a workflow is based on, so that nobody overwrites what they have not seen.
public sealed interface Basis {
  /// Nothing: there is to be no such workflow yet.
  record Nothing() implements Basis {}

  /// One version, which must still be the newest.
  record Version(int number) implements Basis {
    public Version {
      if (number < 1) {
        throw new IllegalArgumentException("Versions count from 1");
      }
    }
  }

  /// Whatever there is.
  record Newest() implements Basis {}
}
