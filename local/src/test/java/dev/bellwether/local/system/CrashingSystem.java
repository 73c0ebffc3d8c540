package dev.bellwether.local.system;

import dev.bellwether.local.testing.SdkCalls;
import dev.bellwether.local.testing.WholeSystem;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// The whole system in a process of its own, with a data folder, that dies after so many calls that
/// change something in AWS or on GitHub, as if its power had been cut: the call has had its effect,
/// and the code that made it never hears of it.
///
/// Prints `ready <url>` when it answers. The line `arm <calls>` on its input starts the count and
/// is answered by `armed`; a count of 0 never ends.
final class CrashingSystem {
  private static final int KILLED = 137;

  /// After a call that only reads, everything is as it was before.
  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");

  private CrashingSystem() {}

  public static void main(String[] arguments) throws Exception {
    var data = Path.of(arguments[0]);
    var clock = Clock.offset(Clock.systemUTC(), Duration.parse(arguments[1]));
    var left = new AtomicInteger(Integer.MAX_VALUE);
    Runnable count =
        () -> {
          if (left.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
    var _ =
        SdkCalls.listen(
            operation -> {
              if (!READS.contains(operation)) {
                count.run();
              }
            });
    var whole = WholeSystem.start(clock, data);
    whole.gitHub().onCall(call -> count.run());
    say("ready " + whole.system().url());
    var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = commands.readLine(); line != null; line = commands.readLine()) {
      var calls = Integer.parseInt(line.substring("arm ".length()));
      left.set(calls == 0 ? Integer.MAX_VALUE : calls);
      say("armed");
    }
    Runtime.getRuntime().halt(0);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
