package dev.bellwether.local.testing;

import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The template of `fixture.yaml`, as it is or changed.
public final class Fixture {
  private static final Path FILE = Path.of("src/test/resources/fixture.yaml");

  private Fixture() {}

  /// The template as it is.
  public static Template template() {
    return read(FILE, Map.of());
  }

  /// The template with other parameters.
  public static Template with(Map<String, String> parameters) {
    return read(FILE, parameters);
  }

  /// The template with one piece of its text replaced.
  public static Template with(String old, String replacement) {
    return changed(FILE, old, replacement);
  }

  /// A template file with one piece of its text replaced.
  ///
  /// @throws AssertionError when the text is not there, so that a change never changes nothing
  public static Template changed(Path file, String old, String replacement) {
    try {
      var text = Files.readString(file);
      if (!text.contains(old)) {
        throw new AssertionError("%s does not contain %s".formatted(file, old));
      }
      var copy = Files.createTempFile("template", ".yaml");
      try {
        Files.writeString(copy, text.replace(old, replacement));
        return Template.read(copy, Map.of());
      } finally {
        Files.delete(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The jars of DynamoDB Local, as Maven collected them.
  public static Path dynamoDbJars() {
    return Path.of(System.getProperty("bellwether.dynamodb-local"));
  }

  private static Template read(Path file, Map<String, String> parameters) {
    try {
      return Template.read(file, parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
