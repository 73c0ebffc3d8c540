package dev.bellwether.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDiffTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}          | {}            | []",
        "{'a':1}     | {'a':2}       | [{'pointer':'/a','before':1,'after':2}]",
        "{'a':1}     | {}            | [{'pointer':'/a','before':1}]",
        "{}          | {'a':null}    | [{'pointer':'/a','after':null}]",
        "{'a':[1,2]} | {'a':[1,3,4]} | [{'pointer':'/a/1','before':2,'after':3},"
            + "{'pointer':'/a/2','after':4}]",
        "{'a':{'b':1,'c':2}} | {'a':{'b':1,'c':3}} | [{'pointer':'/a/c','before':2,'after':3}]",
        "{'a':[]}    | {'a':{}}      | [{'pointer':'/a','before':[],'after':{}}]",
        "{'a/b':{'~':1}} | {'a/b':{'~':2}} | [{'pointer':'/a~1b/~0','before':1,'after':2}]",
        "1           | 2             | [{'pointer':'','before':1,'after':2}]",
      })
  void it_says_where_and_what_was_and_is(String before, String after, String changes) {
    assertEquals(read(changes), JsonDiff.between(read(before), read(after)));
  }

  private static JsonNode read(String text) {
    return Json.read(text.replace('\'', '"'));
  }
}
