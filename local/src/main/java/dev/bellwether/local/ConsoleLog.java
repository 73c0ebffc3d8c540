package dev.bellwether.local;

import dev.bellwether.local.lambda.Log;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Shows errors and what is notable, or with `--verbose` everything; keeps everything in a file
/// when there is a data folder.
final class ConsoleLog implements Log, AutoCloseable {
  private final PrintStream console;
  private final boolean verbose;
  private final Optional<PrintStream> file;

  private ConsoleLog(PrintStream console, boolean verbose, Optional<PrintStream> file) {
    this.console = console;
    this.verbose = verbose;
    this.file = file;
  }

  static ConsoleLog open(PrintStream console, Settings settings) throws IOException {
    var file =
        settings.data().isEmpty()
            ? Optional.<PrintStream>empty()
            : Optional.of(append(settings.data().get()));
    return new ConsoleLog(console, settings.verbose(), file);
  }

  private static PrintStream append(Path data) throws IOException {
    var file = Files.createDirectories(data).resolve("functions.log");
    return new PrintStream(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
  }

  @Override
  public void function(String function, String line) {
    file.ifPresent(stream -> stream.println(function + " " + line));
    if (verbose || line.contains("\"level\":\"ERROR\"")) {
      console.println(function + " " + line);
    }
  }

  @Override
  public void notable(String line) {
    file.ifPresent(stream -> stream.println(line));
    console.println(line);
  }

  @Override
  public void close() {
    file.ifPresent(PrintStream::close);
  }
}
