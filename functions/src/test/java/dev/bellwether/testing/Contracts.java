package dev.bellwether.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Other people's descriptions and recordings that we test against, and do not keep copies of.
public final class Contracts {
  private Contracts() {}

  /// Reads one of them, or skips the test where they are not at hand.
  public static JsonNode json(String name) {
    try {
      return Json.read(Files.readAllBytes(path(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Finds the file of one of them, or skips the test where they are not at hand.
  public static Path path(String name) {
    var found = places().map(place -> place.resolve(name)).filter(Files::exists).findFirst();
    Assumptions.assumeTrue(found.isPresent(), "Contracts are missing: run scripts/contracts.sh");
    return found.orElseThrow();
  }

  private static Stream<Path> places() {
    var folders = Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent);
    return folders
        .filter(Contracts::isRoot)
        .limit(1)
        .flatMap(
            root ->
                List.of(root.resolveSibling("shared/contracts"), root.resolve("target/contracts"))
                    .stream());
  }

  private static boolean isRoot(Path folder) {
    var pom = folder.resolve("pom.xml");
    try {
      return Files.exists(folder.resolve("template.yaml"))
          || (Files.exists(pom) && Files.readString(pom).contains("<modules>"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
