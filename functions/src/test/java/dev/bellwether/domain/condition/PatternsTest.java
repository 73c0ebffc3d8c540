package dev.bellwether.domain.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import dev.bellwether.domain.condition.Patterns.Compiled;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatternsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "((a{1000}){1000}){1000}",
        "(((((((((((((((((((((((((((((a{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2})"
            + "{2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2}){2})",
        "(?:[^]{}]{100}){100}",
        "(?:[[:alpha:]\\]{2}]{100}){100,}",
        "(?:\\Q)(\\E{0,100}b{100}){100}",
        "(?i:\\pL{1,1000}){6}"
      })
  void what_would_be_too_large_is_refused_before_it_is_compiled(String expression) {
    assertEquals(
        Optional.of("This regular expression repeats too much: make it simpler"),
        Patterns.fault(expression));
    assertTrue(Repeats.exceed(Patterns.LARGEST, expression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(\\.\\d{1,9})?Z$",
        "[{]1000}[}]",
        "\\{1000}\\{1000}\\{1000}",
        "\\Q{1000}{1000}{1000}\\E",
        "a{,1000}{x}b{",
        "[a{1000}]{2}[^]{1000}]{2}"
      })
  void what_only_looks_like_much_repeating_is_not_refused(String expression) {
    assertInstanceOf(Compiled.Ready.class, Patterns.compile(expression, 0), expression);
    assertTrue(!Repeats.exceed(200, expression));
  }

  @Test
  void a_reckoning_is_near_the_size_of_what_is_compiled() {
    for (var expression : List.of("(ab{10}c){20}", "a{3}(b|c{4}){5}d", "((x{2}){3}y){4,6}")) {
      var size = Pattern.compile(expression).programSize();

      assertTrue(Repeats.exceed(size / 3, expression), expression);
      assertTrue(!Repeats.exceed(size, expression), expression);
    }
  }

  @Test
  void a_fault_says_what_and_where() {
    assertEquals(
        Optional.of("No regular expression in RE2 syntax: missing closing ) '(a'"),
        Patterns.fault("(a"));
    assertEquals(
        Optional.of("A regular expression has at most 1000 characters"),
        Patterns.fault("a".repeat(1_001)));
  }
}
