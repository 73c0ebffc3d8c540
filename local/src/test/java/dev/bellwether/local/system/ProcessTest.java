package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.Local;
import dev.bellwether.local.testing.Fixture;
import dev.bellwether.local.testing.HttpCalls;
import dev.bellwether.local.testing.WholeSystem;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The program behind `mvn -Plocal` as a process: how it comes, says so, works and goes.
@Timeout(value = 120)
class ProcessTest {
  private static final Pattern DASHBOARD = Pattern.compile("dashboard\\s+(http://\\S+)/");
  private static final int TERMINATED = 143;

  @TempDir private Path data;

  @Test
  void it_says_when_it_is_ready_works_and_ends_without_a_trace() throws Exception {
    var process = start();
    var said = untilReady(process);
    var address = DASHBOARD.matcher(said);
    assertTrue(address.find(), said);
    assertFalse(said.contains(HttpCalls.ADMIN_TOKEN), said);
    var http = new HttpCalls(URI.create(address.group(1)));

    var webhook =
        http.webhook("pull_request", "d-1", Payloads.pullRequest("opened", 42, 3, Instant.now()));
    process.destroy();

    assertEquals(202, webhook.statusCode(), webhook.body());
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(TERMINATED, process.exitValue());
    assertThrows(ConnectException.class, () -> http.webhook("ping", "d-2", "{}"));
  }

  @Test
  void samples_that_a_failed_start_did_not_get_to_are_made_up_for() throws Exception {
    Files.writeString(data.resolve("left-over"), "by a start that failed");

    var process = start();
    var address = DASHBOARD.matcher(untilReady(process));
    assertTrue(address.find());
    var workflows = new HttpCalls(URI.create(address.group(1))).api("GET", "/v1/workflows", "");
    process.destroy();

    assertFalse(workflows.path("items").isEmpty());
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
  }

  private Process start() throws IOException {
    var command =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-Dbellwether.root=" + WholeSystem.ROOT,
                "-Dbellwether.dynamodb-local=" + Fixture.dynamoDbJars(),
                "-cp",
                System.getProperty("java.class.path"),
                Local.class.getName(),
                "--port=0",
                "--data=" + data,
                "--admin-token=" + HttpCalls.ADMIN_TOKEN));
    return command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String untilReady(Process process) throws IOException {
    var said = new StringBuilder();
    var output = process.inputReader();
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("Stop:")) {
        return said.toString();
      }
    }
    throw new AssertionError("It ended before it was ready:\n" + said);
  }
}
