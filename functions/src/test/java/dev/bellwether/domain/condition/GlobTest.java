package dev.bellwether.domain.condition;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import dev.bellwether.domain.condition.GlobText.Rest;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GlobTest {
  private static final List<String> PIECES =
      List.of("a", "b", "/", ".", "*", "**", "**/", "?", "[ab]", "[!a]", "{a,b/}", ",", "}", "\\");

  private record Drawn(String glob, String text) {}

  @Test
  void a_short_cut_tells_the_same_as_the_pattern() {
    forAll(
        1,
        50_000,
        random ->
            new Drawn(pieces(random, PIECES), pieces(random, List.of("a", "b", "/", ".", "ab"))),
        drawn -> {
          var pattern = Pattern.compile(GlobText.of(drawn.glob()).expression());
          assertEquals(
              Truth.of(pattern.matcher(drawn.text()).find()),
              Glob.of(drawn.glob()).orElseThrow().matches(drawn.text(), new Effort()));
        });
  }

  @Test
  void common_globs_need_no_pattern() {
    assertEquals(Rest.NOTHING, GlobText.of("octo/hello").rest());
    assertEquals(Rest.ANYTHING, GlobText.of("docs/**").rest());
    assertEquals(Rest.ANYTHING, GlobText.of("**/*.md").rest());
    assertEquals(Rest.PATTERN, GlobText.of("*.md").rest());
    assertEquals(Rest.PATTERN, GlobText.of("src/**/*.java").rest());
  }

  @Test
  void an_unclosed_bracket_or_brace_is_a_fault() {
    for (var glob : List.of("[a", "{a,b", "x[")) {
      assertTrue(Glob.fault(glob).isPresent(), glob);
    }
  }

  private static String pieces(RandomGenerator random, List<String> pieces) {
    return IntStream.range(0, random.nextInt(6))
        .mapToObj(i -> pieces.get(random.nextInt(pieces.size())))
        .collect(Collectors.joining());
  }
}
