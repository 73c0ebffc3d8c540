package dev.bellwether.local.lambda;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.local.lambda.FunctionProcess.Initialization;
import dev.bellwether.local.lambda.RuntimeApi.Result;
import dev.bellwether.local.template.Function;
import dev.bellwether.local.testing.HttpCalls;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Measures how long a new function takes to its first answer, beside a function that only greets.
/// No part of the build: `docs/performance.md` says how to run it and what came out.
class ColdStartBenchmark {
  private static final int ROUNDS = Integer.getInteger("rounds", 7);
  private static final Map<String, String> SAMPLES =
      Map.of(
          "WebhookFunction", "webhook-pull-request-opened.json",
          "ActionFunction", "action-execution-queued.json",
          "SlaCheckFunction", "sla-check-schedule.json",
          "AgentSweepFunction", "agent-sweep-schedule.json",
          "SlaTimerFunction", "sla-timer-level-due.json",
          "EscalationFunction", "escalation-violation-level-1.json",
          "ApiFunction", "api-list-executions.json");

  @TempDir Path folder;

  private final Map<String, List<Double>> millis = new TreeMap<>();

  @Test
  void prints_the_time_to_the_first_answer() throws IOException {
    try (var system = WholeSystem.start(new SettableTime(Instant.now()))) {
      for (int round = 0; round < ROUNDS; round++) {
        measure("hello", greeting(), "{\"rawPath\": \"/hello\"}", Map.of("GREETING", "Hello"));
        for (Function function : WholeSystem.template().functions()) {
          var variables = new HashMap<>(system.system().environment(function.id()));
          variables.putAll(system.system().awsEnvironment());
          measure(
              function.id(),
              function.handler() + "::handleRequest",
              sample(function.id()),
              variables);
        }
      }
    }
    print();
  }

  private void measure(String name, String handler, String event, Map<String, String> variables)
      throws IOException {
    var start = System.nanoTime();
    try (var process =
        FunctionProcess.start(handler, Initialization.ON_DEMAND, folder, variables).ready()) {
      answer(process, event);
      note(name + " cold: process start to first answer", start);
      var second = System.nanoTime();
      answer(process, event);
      note(name + " cold: second call", second);
    }
    try (var process =
        FunctionProcess.start(handler, Initialization.SNAP_START, folder, variables)
            .checkpointed()) {
      var restore = System.nanoTime();
      process.restored();
      answer(process, event);
      note(name + " primed: restore to first answer", restore);
    }
  }

  private static void answer(FunctionProcess process, String event) {
    assertInstanceOf(Result.Answered.class, process.invoke(event), process::log);
  }

  private void note(String figure, long since) {
    millis.computeIfAbsent(figure, key -> new ArrayList<>()).add((System.nanoTime() - since) / 1e6);
  }

  private static String greeting() {
    return GreetingHandler.class.getName() + "::handleRequest";
  }

  private static String sample(String function) throws IOException {
    return Files.readString(WholeSystem.ROOT.resolve("events").resolve(SAMPLES.get(function)))
        .replace("Bearer development", "Bearer " + HttpCalls.ADMIN_TOKEN);
  }

  private void print() {
    var table = new StringBuilder("\nms, median [min..max] of %d\n".formatted(ROUNDS));
    millis.forEach(
        (figure, all) -> {
          Collections.sort(all);
          table.append(
              String.format(
                  Locale.ROOT,
                  "%-60s %8.1f [%.1f..%.1f]%n",
                  figure,
                  all.get(all.size() / 2),
                  all.getFirst(),
                  all.getLast()));
        });
    System.out.println(table);
  }
}
