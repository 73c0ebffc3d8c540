package dev.bellwether.function;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import dev.bellwether.adapter.json.Json;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/// Runs a function's own code before SnapStart takes its snapshot, so that the first call after a
/// restore finds classes loaded, clients connected once and code compiled.
///
/// Only harmless calls may be primed: reads, and writes that a condition refuses. A priming that
/// fails costs a slow first call and nothing else, so it is logged and the snapshot goes on.
/// Outside SnapStart nothing happens.
///
/// Nothing needs renewing after a restore: caches age by the clock, randomness is secure, ids come
/// from the event. <https://docs.aws.amazon.com/lambda/latest/dg/snapstart-best-practices.html>
public final class Priming implements Resource {
  /// The first calls compile little; after about ten, measured, one more changes nothing.
  private static final int ROUNDS = 10;

  private final Runnable call;

  private Priming(Runnable call) {
    this.call = call;
  }

  /// Registers a call to be made before the snapshot. Keep the result in a field: the registry
  /// holds on to it weakly.
  public static Priming with(Runnable call) {
    var priming = new Priming(call);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      for (var round = 0; round < ROUNDS; round++) {
        call.run();
      }
    } catch (RuntimeException broken) {
      var line =
          Map.of(
              "level", "WARN", "message", "Priming failed", "error", broken.getClass().getName());
      LambdaRuntime.getLogger().log(Json.write(line) + "\n");
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {}
}
