package dev.bellwether.function;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A thing that is built the first time it is asked for, and the same one from then on.
public final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> build;
  private @Nullable T built;

  /// Builds by this, once.
  public Lazy(Supplier<T> build) {
    this.build = build;
  }

  @Override
  public synchronized T get() {
    if (built == null) {
      built = build.get();
    }
    return built;
  }
}
