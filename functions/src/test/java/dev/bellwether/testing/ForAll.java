package dev.bellwether.testing;

import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// Holds a law against many drawn cases.
public final class ForAll {
  private ForAll() {}

  /// Draws cases and holds the law against each. A case that breaks it is reported with the seed
  /// that draws it first.
  public static <T> void forAll(
      long seed, int runs, Function<RandomGenerator, T> gen, Consumer<T> law) {
    for (long run = seed; run < seed + runs; run++) {
      var drawn = gen.apply(new Random(run));
      try {
        law.accept(drawn);
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("Broken with seed %d by %s".formatted(run, drawn), broken);
      }
    }
  }
}
