package dev.bellwether.adapter.json;

import java.util.List;

/// How the reading of a document that somebody sent came out.
public sealed interface Reading<T> {
  /// All of it is understood.
  record Accepted<T>(T value) implements Reading<T> {}

  /// Nothing of it is taken, for these reasons.
  record Refused<T>(List<Fault> faults) implements Reading<T> {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
