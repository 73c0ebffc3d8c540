package dev.bellwether.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The workflows that a new sandbox begins with: sample events, sent as anybody would send them.
final class Samples {
  private static final String PATTERN = "api-create-sample-*.json";

  private final Path events;

  Samples(Path events) {
    this.events = events;
  }

  /// Tells whether there is nothing yet: whoever deleted the samples does not want them back.
  static boolean areWanted(Optional<Path> data) throws IOException {
    if (data.isEmpty() || !Files.exists(data.get())) {
      return true;
    }
    try (var files = Files.list(data.get())) {
      return files.findAny().isEmpty();
    }
  }

  /// Sends them all.
  ///
  /// @throws IOException when one is not taken
  void send(Sender sender) throws IOException, InterruptedException {
    for (Path sample : all()) {
      var answer = new ByteArrayOutputStream();
      if (!sender.send(sample, new PrintStream(answer, true, StandardCharsets.UTF_8))) {
        throw new IOException(
            "%s was refused: %s"
                .formatted(sample.getFileName(), answer.toString(StandardCharsets.UTF_8)));
      }
    }
  }

  private List<Path> all() throws IOException {
    var found = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(events, PATTERN)) {
      files.forEach(found::add);
    }
    return found.stream().sorted().toList();
  }
}
