package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// An append-only list of entries, in memory or in a file of JSON lines.
///
/// What was added is with the operating system when [#add] returns, so it survives the death of the
/// process, though not of the machine. A last line that a death cut off was never acknowledged and
/// is dropped. Memory holds the newest [#KEPT] entries; the file holds them all.
final class Ledger<T> implements AutoCloseable {
  static final int KEPT = 20_000;

  private final Deque<T> newest = new ArrayDeque<>();
  private final Function<T, JsonNode> write;
  private final @Nullable FileChannel file;

  private Ledger(Function<T, JsonNode> write, @Nullable FileChannel file) {
    this.write = write;
    this.file = file;
  }

  /// Opens a ledger and hands over, oldest first, each entry that is in its file already.
  static <T> Ledger<T> open(
      Optional<Path> path,
      Function<T, JsonNode> write,
      Function<JsonNode, T> read,
      Consumer<T> replay) {
    try {
      if (path.isEmpty()) {
        return new Ledger<>(write, null);
      }
      Files.createDirectories(path.get().toAbsolutePath().getParent());
      var file =
          FileChannel.open(
              path.get(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      var ledger = new Ledger<>(write, file);
      ledger.load(path.get(), read, replay);
      return ledger;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot open " + path.orElseThrow(), e);
    }
  }

  synchronized void add(T entry) {
    if (file != null) {
      try {
        var line =
            ByteBuffer.wrap(
                (Json.write(write.apply(entry)) + "\n").getBytes(StandardCharsets.UTF_8));
        while (line.hasRemaining()) {
          file.write(line);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot write to the data folder", e);
      }
    }
    keep(entry);
  }

  /// Lists the newest entries, oldest first.
  synchronized List<T> entries() {
    return List.copyOf(newest);
  }

  @Override
  public synchronized void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close a file in the data folder", e);
    }
  }

  private void load(Path path, Function<JsonNode, T> read, Consumer<T> replay) throws IOException {
    long whole = 0;
    try (var lines = new Lines(path)) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        var entry = Json.read(line.get()).map(read);
        if (entry.isEmpty()) {
          throw new IOException(
              "Not a journal of this program: %s, byte %d".formatted(path, whole));
        }
        replay.accept(entry.get());
        keep(entry.get());
        whole = lines.position();
      }
    }
    var channel = file;
    if (channel != null) {
      channel.truncate(whole).position(whole);
    }
  }

  private void keep(T entry) {
    newest.addLast(entry);
    if (newest.size() > KEPT) {
      newest.removeFirst();
    }
  }
}
