package dev.bellwether.local.contract.dynamodb;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Measures how long one push is judged where 1,000 branches are open. Run by name:
///
///     mvn test -Dtest=PushBenchmark -Dsurefire.failIfNoSpecifiedTests=false
class PushBenchmark {
  private static final int ROUNDS = 200;

  @Test
  void prints_the_time_of_a_push() {
    var branches = new ManyBranches(1000);
    var millis = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      var files =
          Set.of("src/shared%d.java".formatted(round % 100), "src/new%d.java".formatted(round));
      var start = System.nanoTime();
      var found = branches.push("bob", "fix-" + round, files);
      millis.add((System.nanoTime() - start) / 1e6);
      if (found.size() != 10) {
        throw new AssertionError("Found " + found.size());
      }
    }
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "%nms a push, p50 %.1f, p99 %.1f, max %.1f of %d%n",
        millis.get(ROUNDS / 2),
        millis.get(ROUNDS * 99 / 100),
        millis.getLast(),
        ROUNDS);
  }
}
