package dev.bellwether.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Keeps a second instance out of a data folder. The operating system lets go of it however the
/// process ends.
final class DataLock implements AutoCloseable {
  private final FileChannel channel;

  private DataLock(FileChannel channel) {
    this.channel = channel;
  }

  /// Takes a folder, which is made if it is not there.
  ///
  /// @throws IOException when another instance has it; it names the folder
  static DataLock take(Path data) throws IOException {
    var file = Files.createDirectories(data).resolve("lock");
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new DataLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // Held within this process; said below.
    }
    channel.close();
    throw new IOException("The data folder %s is in use by another instance".formatted(data));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
