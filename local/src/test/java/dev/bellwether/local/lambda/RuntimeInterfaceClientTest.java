package dev.bellwether.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.lambda.FunctionProcess.Initialization;
import dev.bellwether.local.lambda.RuntimeApi.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's Runtime Interface Client runs on Linux only")
class RuntimeInterfaceClientTest {
  private static final String GREETING = GreetingHandler.class.getName() + "::handleRequest";

  @TempDir Path folder;

  @Test
  void a_function_answers_from_a_process_and_an_environment_of_its_own() throws IOException {
    try (var function = start(GREETING, Initialization.ON_DEMAND).ready()) {
      var result = function.invoke("{\"rawPath\": \"/hello\"}");

      var answered = assertInstanceOf(Result.Answered.class, result);
      assertTrue(answered.body().contains("\"statusCode\":200"), answered.body());
      assertTrue(answered.body().contains("Good morning from /hello: made"), answered.body());
      assertTrue(function.log().contains("greeting "), function.log());
    }
  }

  @Test
  void a_handler_that_throws_fails_its_call_and_serves_the_next() throws IOException {
    try (var function = start(GREETING, Initialization.ON_DEMAND).ready()) {
      var result = function.invoke("{\"rawPath\": \"/throw\"}");

      var failed = assertInstanceOf(Result.Failed.class, result);
      assertTrue(failed.body().contains("as it was asked"), failed.body());
      assertInstanceOf(
          Result.Failed.class, function.invoke("[\"not such an event\"]"), "wrong event");
      assertInstanceOf(Result.Answered.class, function.invoke("{\"rawPath\": \"/again\"}"));
    }
  }

  @Test
  void a_handler_that_is_not_there_fails_its_calls_and_is_named() throws IOException {
    var handler = "dev.bellwether.Nobody::handleRequest";
    try (var function = start(handler, Initialization.ON_DEMAND).ready()) {
      var failed = assertInstanceOf(Result.Failed.class, function.invoke("{}"));

      assertTrue(failed.body().contains("dev.bellwether.Nobody"), failed.body());
    }
  }

  @Test
  void a_handler_that_cannot_be_made_fails_at_the_start_and_says_why() throws IOException {
    try (var function =
        FunctionProcess.start(GREETING, Initialization.ON_DEMAND, folder, Map.of())) {
      var failure = assertThrows(AssertionError.class, function::ready);

      var message = String.valueOf(failure.getMessage());
      assertTrue(message.contains("init/error"), message);
      assertTrue(message.contains("GREETING is not set"), message);
    }
  }

  @Test
  void under_snapstart_the_hooks_fire_around_the_snapshot() throws IOException {
    try (var function = start(GREETING, Initialization.SNAP_START).checkpointed()) {
      var before = function.trace();

      var result = function.restored().invoke("{\"rawPath\": \"/hello\"}");

      assertEquals(List.of("GET restore/next"), before);
      assertTrue(result.body().contains("made, frozen, thawed"), result.body());
    }
  }

  private FunctionProcess start(String handler, Initialization initialization) throws IOException {
    return FunctionProcess.start(
        handler, initialization, folder, Map.of("GREETING", "Good morning"));
  }
}
