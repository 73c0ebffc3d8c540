package dev.bellwether.local.sandbox;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the lines of a file that were written to their end, and says where they end.
final class Lines implements AutoCloseable {
  private final InputStream in;
  private long position;

  Lines(Path path) throws IOException {
    in = new BufferedInputStream(Files.newInputStream(path));
  }

  /// Reads the next line; nothing at the end, or when the last line lacks its end.
  Optional<String> next() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int read = in.read(); read >= 0; read = in.read()) {
      if (read == '\n') {
        position += line.size() + 1;
        return Optional.of(line.toString(StandardCharsets.UTF_8));
      }
      line.write(read);
    }
    return Optional.empty();
  }

  /// Tells the number of bytes in the lines read so far.
  long position() {
    return position;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
