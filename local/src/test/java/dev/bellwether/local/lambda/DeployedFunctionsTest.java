package dev.bellwether.local.lambda;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each function of the template, made and called by AWS's own Runtime Interface Client: proves its
/// constructor, its environment and the reading and writing of its events, and not only the local
/// runner's view of them.
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's Runtime Interface Client runs on Linux only")
class DeployedFunctionsTest {
  /// Each sample is sent twice, once to either kind of process, and a workflow is made once.
  private static final int ALREADY_THERE = 409;

  private static WholeSystem system;

  @TempDir Path folder;

  @BeforeAll
  static void start() throws IOException {
    system = WholeSystem.start(new SettableTime(Instant.now()));
  }

  @AfterAll
  static void stop() {
    system.close();
  }

  static List<Function> functions() throws IOException {
    return WholeSystem.template().functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void takes_its_sample_events(Function function) throws IOException {
    try (var process = start(function, Initialization.ON_DEMAND).ready()) {
      assertAll(samples(function).map(sample -> () -> accepts(process, sample)));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void is_primed_before_its_snapshot_and_takes_its_sample_events_after_it(Function function)
      throws IOException {
    try (var process = start(function, Initialization.SNAP_START).checkpointed()) {
      assertEquals(List.of("GET restore/next"), process.trace());
      assertFalse(process.log().contains("Priming failed"), process.log());

      process.restored();

      assertAll(samples(function).map(sample -> () -> accepts(process, sample)));
    }
  }

  private static void accepts(FunctionProcess process, Path sample) throws IOException {
    var event =
        Files.readString(sample).replace("Bearer development", "Bearer " + HttpCalls.ADMIN_TOKEN);
    var answered =
        assertInstanceOf(
            Result.Answered.class,
            process.invoke(event),
            () -> sample.getFileName() + "\n" + process.log());
    var answer = new JsonMapper().readTree(answered.body());
    var about = sample.getFileName() + ": " + answered.body();
    if (event.contains("\"requestContext\"")) {
      var status = answer.path("statusCode").asInt();
      assertTrue((status >= 200 && status < 300) || status == ALREADY_THERE, about);
    }
    assertTrue(answer.path("batchItemFailures").isEmpty(), about);
  }

  private FunctionProcess start(Function function, Initialization initialization)
      throws IOException {
    var variables = new HashMap<>(system.system().environment(function.id()));
    variables.putAll(system.system().awsEnvironment());
    return FunctionProcess.start(
        function.handler() + "::handleRequest", initialization, folder, variables);
  }

  /// Finds the samples by their names: `SlaTimerFunction` has `sla-timer-*.json`.
  private static Stream<Path> samples(Function function) throws IOException {
    var name = function.id().replaceAll("Function$", "").replaceAll("(?<=.)([A-Z])", "-$1");
    var prefix = name.toLowerCase(Locale.ROOT) + "-";
    List<Path> samples;
    try (var files = Files.list(WholeSystem.ROOT.resolve("events"))) {
      samples =
          files.filter(file -> file.getFileName().toString().startsWith(prefix)).sorted().toList();
    }
    assertFalse(samples.isEmpty(), "There is no sample events/" + prefix + "*.json");
    return samples.stream();
  }
}
