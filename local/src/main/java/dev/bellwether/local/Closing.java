package dev.bellwether.local;

import java.util.ArrayDeque;
import java.util.Deque;

/// What was opened and must be closed, the last first. What cannot be closed stops nothing else
/// from being closed.
final class Closing implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T opened) {
    open.push(opened);
    return opened;
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        System.err.println("Cannot be closed: " + e);
      }
    }
  }
}
