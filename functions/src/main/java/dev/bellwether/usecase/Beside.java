package dev.bellwether.usecase;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Does two things at the same time.
final class Beside {
  private Beside() {}

  /// Does one thing while it does another, and returns what came of the other when both have ended,
  /// well or badly; then throws what the other threw, or else the one.
  ///
  /// @throws IllegalStateException when it is stopped before
  static <T> T of(Runnable one, Supplier<T> other) {
    var beside = new FutureTask<@Nullable Void>(one, null);
    Thread.startVirtualThread(beside);
    T result;
    try {
      result = other.get();
    } catch (RuntimeException | Error broken) {
      try {
        join(beside);
      } catch (RuntimeException | Error too) {
        broken.addSuppressed(too);
      }
      throw broken;
    }
    join(beside);
    return result;
  }

  private static void join(FutureTask<?> task) {
    try {
      task.get();
    } catch (ExecutionException broken) {
      switch (broken.getCause()) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(broken);
      }
    } catch (InterruptedException stopped) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while something was under way", stopped);
    }
  }
}
