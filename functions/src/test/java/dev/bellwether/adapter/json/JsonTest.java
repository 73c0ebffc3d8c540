package dev.bellwether.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"canary\":1,\"canary\":2} | Not valid JSON at line 1, column 21",
        "{\"a\": canary} | Not valid JSON at line 1, column 7",
        "{\"canary\": | Not valid JSON: it ends too early at line 1, column 11"
      })
  void says_where_it_is_malformed_and_quotes_nothing(String text, String message) {
    assertEquals(message, assertThrows(Json.Malformed.class, () -> Json.read(text)).getMessage());
  }
}
