package dev.bellwether.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Lets threads do the same thing at once.
public final class Race {
  private static final int RUNNERS = 12;

  private Race() {}

  /// Runs a call in every thread, all let go together, and collects what each came to.
  ///
  /// @param call is told which runner it is, from 0
  public static <T> List<T> of(IntFunction<T> call) {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(RUNNERS)) {
      var running = new ArrayList<Future<T>>();
      for (int i = 0; i < RUNNERS; i++) {
        var runner = i;
        Callable<T> run =
            () -> {
              start.await();
              return call.apply(runner);
            };
        running.add(threads.submit(run));
      }
      start.countDown();
      var results = new ArrayList<T>();
      for (var run : running) {
        results.add(run.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted in a race", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A runner broke", e.getCause());
    }
  }
}
