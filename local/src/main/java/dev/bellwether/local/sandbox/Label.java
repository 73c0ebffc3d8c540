package dev.bellwether.local.sandbox;

/// A label of a repository.
///
/// @param color six hexadecimal digits
record Label(String name, String color, String description) {
  /// Makes a label the way GitHub does when one is put on an issue that the repository lacks.
  static Label named(String name) {
    return new Label(name, "ededed", "");
  }
}
