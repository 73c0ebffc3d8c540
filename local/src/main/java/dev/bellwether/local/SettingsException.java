package dev.bellwether.local;

/// A flag or a variable that cannot be what it is; the message names it and says what may be.
final class SettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  SettingsException(String message) {
    super(message);
  }
}
