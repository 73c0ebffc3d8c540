package dev.bellwether.local.system;

import dev.bellwether.local.testing.Fixture;
import dev.bellwether.local.testing.HttpCalls;
import dev.bellwether.local.testing.WholeSystem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs a [CrashingSystem] and talks to it.
final class ChildSystem implements AutoCloseable {
  private static final int DYING_SECONDS = 10;

  private final Process process;
  private final BufferedReader output;
  private final Writer input;
  private final HttpCalls http;

  private ChildSystem(Process process, BufferedReader output, Writer input, HttpCalls http) {
    this.process = process;
    this.output = output;
    this.input = input;
    this.http = http;
  }

  /// Starts one over a data folder, its clock ahead of ours by so much.
  static ChildSystem start(Path data, Duration ahead) throws IOException {
    var process =
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
                    CrashingSystem.class.getName(),
                    data.toString(),
                    ahead.toString()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var output = process.inputReader();
    var url = answer(output, "ready ");
    return new ChildSystem(process, output, process.outputWriter(), new HttpCalls(URI.create(url)));
  }

  /// Lets it die after so many more calls; 0 for never.
  void arm(int calls) throws IOException {
    input.write("arm " + calls + "\n");
    input.flush();
    answer(output, "armed");
  }

  HttpCalls http() {
    return http;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// Tells whether a call that broke off did so because the process dies: it may take a moment.
  boolean isDying() throws InterruptedException {
    return process.waitFor(DYING_SECONDS, TimeUnit.SECONDS);
  }

  /// Kills it, as `kill -9` does, and waits until it is gone.
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static String answer(BufferedReader output, String start) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(start)) {
        return line.substring(start.length());
      }
    }
    throw new UncheckedIOException(new IOException("The process ended without a word: " + start));
  }
}
