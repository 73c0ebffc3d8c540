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

  private static final String SENT = "samples-sent";

  private final Path events;
  private final Optional<Path> data;

  /// @param data the folder that remembers that they were sent
  Samples(Path events, Optional<Path> data) {
    this.events = events;
    this.data = data;
  }

  /// Sends them all, once for a data folder: whoever deleted the samples does not want them back. A
  /// start that failed half-way is made up for by the next.
  ///
  /// @throws IOException when one is not taken
  void send(Sender sender) throws IOException, InterruptedException {
    if (data.isPresent() && Files.exists(data.get().resolve(SENT))) {
      return;
    }
    sendAll(sender);
    if (data.isPresent()) {
      Files.createFile(data.get().resolve(SENT));
    }
  }

  private void sendAll(Sender sender) throws IOException, InterruptedException {
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
