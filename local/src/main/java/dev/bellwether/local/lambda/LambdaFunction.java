package dev.bellwether.local.lambda;

import dev.bellwether.local.template.Function;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One function: its handler instances, each of which has one call at a time, as on Lambda.
///
/// An instance whose call ran out of time is interrupted and not used again. Calls beyond the
/// function's concurrency wait, where Lambda would throttle.
public final class LambdaFunction implements AutoCloseable {
  /// What Lambda takes for a synchronous call.
  private static final int MOST_BYTES = 6 * 1024 * 1024;

  private final Function function;
  private final InstantSource clock;
  private final Log log;
  private final Semaphore concurrency;
  private final Queue<Handler> idle = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads;

  /// Makes the first instance, so that a handler that cannot be made is seen at once.
  ///
  /// @throws IllegalArgumentException when the handler cannot be made
  public LambdaFunction(Function function, InstantSource clock, Log log) {
    this.function = function;
    this.clock = clock;
    this.log = log;
    this.concurrency = new Semaphore(function.concurrency());
    this.threads =
        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(function.id()).factory());
    idle.add(handler());
  }

  /// Its variables, as its handler has them.
  public Map<String, String> environment() {
    return function.environment();
  }

  private Handler handler() {
    return Handler.of(function.handler(), function.environment(), clock);
  }

  /// Calls it and answers with what it answers, both in JSON.
  ///
  /// @throws InterruptedException when the runner stops
  public byte[] invoke(byte[] event) throws FunctionFailedException, InterruptedException {
    if (event.length > MOST_BYTES) {
      throw failed(FunctionFailedException.Kind.EVENT_TOO_LARGE, "the event is over 6 MiB");
    }
    concurrency.acquire();
    try {
      var waiting = idle.poll();
      return call(waiting == null ? handler() : waiting, event);
    } finally {
      concurrency.release();
    }
  }

  private byte[] call(Handler handler, byte[] event)
      throws FunctionFailedException, InterruptedException {
    var context = new LocalContext(function, log);
    Callable<byte[]> call = () -> handler.call(event, context);
    var task = new FutureTask<>(call);
    threads.execute(task);
    try {
      var answer = task.get(function.timeout().toNanos(), TimeUnit.NANOSECONDS);
      idle.add(handler);
      return answer;
    } catch (TimeoutException e) {
      throw failed(
          FunctionFailedException.Kind.TIMED_OUT,
          "timed out after %d s".formatted(function.timeout().toSeconds()));
    } catch (ExecutionException e) {
      idle.add(handler);
      var cause = e.getCause() == null ? e : e.getCause();
      var failure = new FunctionFailedException(function.id(), cause);
      log.notable(String.valueOf(failure.getMessage()));
      log.function(function.id(), StackTrace.of(cause));
      throw failure;
    } finally {
      task.cancel(true);
    }
  }

  private FunctionFailedException failed(FunctionFailedException.Kind kind, String why) {
    var failure = new FunctionFailedException(kind, function.id(), why);
    log.notable(String.valueOf(failure.getMessage()));
    return failure;
  }

  /// Lets running calls go; what they had not finished is called again after a restart.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
