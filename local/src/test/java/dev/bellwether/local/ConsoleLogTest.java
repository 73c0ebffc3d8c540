package dev.bellwether.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConsoleLogTest {
  private static final String INFO = "{\"level\":\"INFO\",\"message\":\"fine\"}";
  private static final String ERROR = "{\"level\":\"ERROR\",\"message\":\"broken\"}";

  private final ByteArrayOutputStream console = new ByteArrayOutputStream();

  @Test
  void the_console_shows_errors_and_the_notable_and_a_file_keeps_all(@TempDir Path data)
      throws Exception {
    write("--data=" + data);

    assertEquals("Api %s\nApi: timed out\n".formatted(ERROR), shown());
    assertEquals(
        "Api %s\nApi %s\nApi: timed out\n".formatted(INFO, ERROR),
        Files.readString(data.resolve("functions.log")));
  }

  @Test
  void a_verbose_console_shows_all() throws Exception {
    write("--verbose");

    assertEquals("Api %s\nApi %s\nApi: timed out\n".formatted(INFO, ERROR), shown());
  }

  private void write(String flag) throws SettingsException, IOException {
    var settings = Settings.from(Given.of(List.of(flag), Map.of()));
    var stream = new PrintStream(console, true, StandardCharsets.UTF_8);
    try (var log = ConsoleLog.open(stream, settings)) {
      log.function("Api", INFO);
      log.function("Api", ERROR);
      log.notable("Api: timed out");
    }
  }

  private String shown() {
    return console.toString(StandardCharsets.UTF_8);
  }
}
