package dev.bellwether.local.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every source file of ours is as google-java-format leaves it.
///
/// Unused imports are none of its business: it takes those of doc links for unused, and the
/// compiler finds the others.
final class FormatTest {
  private static final Path ROOT = Path.of(System.getProperty("bellwether.root"));

  @Test
  void every_source_file_is_formatted() throws IOException {
    var sources = sources();

    assertTrue(sources.size() > 100, "found only " + sources.size());
    var unformatted = new ArrayList<Path>();
    for (Path source : sources) {
      if (!isFormatted(source)) {
        unformatted.add(ROOT.relativize(source));
      }
    }
    assertEquals(List.of(), unformatted);
  }

  private static boolean isFormatted(Path source) throws IOException {
    var text = Files.readString(source);
    try {
      var formatted =
          new Formatter().formatSource(ImportOrderer.reorderImports(text, Style.GOOGLE));
      return formatted.equals(text);
    } catch (FormatterException e) {
      throw new AssertionError(source + " cannot be parsed", e);
    }
  }

  private static List<Path> sources() throws IOException {
    try (var main = Files.walk(ROOT.resolve("functions/src"));
        var local = Files.walk(ROOT.resolve("local/src"));
        var benchmark = Files.walk(ROOT.resolve("benchmarks/matching/src"))) {
      return Stream.of(main, local, benchmark)
          .flatMap(paths -> paths)
          .filter(path -> path.toString().endsWith(".java"))
          .toList();
    }
  }
}
