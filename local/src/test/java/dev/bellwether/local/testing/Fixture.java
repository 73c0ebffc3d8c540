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

  /// The template with pieces of its text replaced.
  public static Template with(String... oldAndNew) {
    return changed(FILE, oldAndNew);
  }

  /// A template file with pieces of its text replaced: each by the one after it.
  ///
  /// @throws AssertionError when a piece is not there, so that a change never changes nothing
  public static Template changed(Path file, String... oldAndNew) {
    try {
      var text = Files.readString(file);
      for (var i = 0; i < oldAndNew.length; i += 2) {
        if (!text.contains(oldAndNew[i])) {
          throw new AssertionError("%s does not contain %s".formatted(file, oldAndNew[i]));
        }
        text = text.replace(oldAndNew[i], oldAndNew[i + 1]);
      }
      return readText(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template readText(String text) throws IOException {
    var copy = Files.createTempFile("template", ".yaml");
    try {
      Files.writeString(copy, text);
      return Template.read(copy, Map.of());
    } finally {
      Files.delete(copy);
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
