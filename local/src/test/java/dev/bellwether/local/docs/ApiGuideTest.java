package dev.bellwether.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bellwether.local.testing.HttpCalls;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs every command of `docs/api.md` in one shell, as a reader would, and holds each answer
/// against what the page shows: what it shows must be there, what it leaves out may be, and `…` is
/// anything. Skipped where there is no bash or no curl.
class ApiGuideTest {
  private static final Path GUIDE = WholeSystem.ROOT.resolve("docs/api.md");
  private static final Pattern BLOCK =
      Pattern.compile("```bash\\n(.*?)```(?:\\s*```json\\n(.*?)```)?", Pattern.DOTALL);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @TempDir Path folder;

  /// @param shown what the page shows of the answer; empty where it shows none
  private record Command(String text, String shown) {}

  @Test
  void every_command_does_what_the_page_says() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "There is no bash");
    assumeTrue(run("command -v curl") == 0, "There is no curl");
    var commands = commands();
    assertTrue(commands.size() > 10, "The page has no commands");

    try (var whole = WholeSystem.start(new SettableTime(Instant.parse("2026-11-25T09:30:00Z")))) {
      var status = run(script(commands, whole));
      whole.executionsAtRest();

      assertEquals(0, status, () -> read("errors"));
    }
    for (int i = 0; i < commands.size(); i++) {
      var command = commands.get(i);
      if (!command.shown().isBlank()) {
        var answer = read("answer-" + i);
        var fault = command.text() + "\nanswered " + answer;
        assertTrue(isShown(JSON.readTree(command.shown()), JSON.readTree(answer)), fault);
      }
    }
    assertEquals("", read("errors"));
  }

  private static List<Command> commands() throws IOException {
    var commands = new ArrayList<Command>();
    var blocks = BLOCK.matcher(Files.readString(GUIDE));
    while (blocks.find()) {
      var shown = blocks.group(2);
      commands.add(new Command(blocks.group(1), shown == null ? "" : shown));
    }
    return commands;
  }

  private String script(List<Command> commands, WholeSystem whole) {
    var script = new StringBuilder("set -euo pipefail\n");
    script.append(
        "BELLWETHER=%s TOKEN=%s\n".formatted(whole.system().url(), HttpCalls.ADMIN_TOKEN));
    for (int i = 0; i < commands.size(); i++) {
      script.append("exec > %s/answer-%d\n%s\n".formatted(folder, i, commands.get(i).text()));
    }
    return script.toString();
  }

  private int run(String script) throws IOException, InterruptedException {
    return new ProcessBuilder("/bin/bash", "-c", script)
        .redirectOutput(folder.resolve("output").toFile())
        .redirectError(folder.resolve("errors").toFile())
        .start()
        .waitFor();
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    } catch (IOException gone) {
      return "nothing: " + gone.getMessage();
    }
  }

  private static boolean isShown(JsonNode shown, JsonNode answer) {
    if (shown.asText().equals("…")) {
      return !answer.isMissingNode();
    }
    if (shown.isObject()) {
      return answer.isObject()
          && shown.properties().stream()
              .allMatch(one -> isShown(one.getValue(), answer.path(one.getKey())));
    }
    if (shown.isArray() && answer.isArray() && shown.size() == answer.size()) {
      for (int i = 0; i < shown.size(); i++) {
        if (!isShown(shown.get(i), answer.get(i))) {
          return false;
        }
      }
      return true;
    }
    return shown.equals(answer);
  }
}
