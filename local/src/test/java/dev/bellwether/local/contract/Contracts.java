package dev.bellwether.local.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Finds the descriptions of other people's interfaces, which are not in this repository.
public final class Contracts {
  /// What a test that needs them says when it is skipped.
  public static final String MISSING = "Contracts are missing: run scripts/contracts.sh";

  private Contracts() {}

  /// Finds a file.
  public static Optional<Path> find(String name) {
    var root = Path.of(System.getProperty("bellwether.root", ".."));
    return Stream.of("../shared/contracts", "target/contracts")
        .map(folder -> root.resolve(folder).resolve(name))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  /// Finds a file, or skips the test.
  public static Path require(String name) {
    var found = find(name);
    Assumptions.assumeTrue(found.isPresent(), MISSING);
    return found.orElseThrow();
  }
}
