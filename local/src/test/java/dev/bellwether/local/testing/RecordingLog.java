package dev.bellwether.local.testing;

import dev.bellwether.local.lambda.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Keeps what is written.
public final class RecordingLog implements Log {
  private final List<String> notable = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void function(String function, String line) {
    lines.add(function + " " + line);
  }

  @Override
  public void notable(String line) {
    notable.add(line);
  }

  /// What somebody who watches should see.
  public List<String> notable() {
    return notable;
  }

  /// What functions wrote, each after its name.
  public List<String> lines() {
    return lines;
  }
}
