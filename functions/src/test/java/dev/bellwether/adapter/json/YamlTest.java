package dev.bellwether.adapter.json;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlTest {
  @Test
  void a_document_is_the_tree_that_it_is_in_json() {
    var yaml =
        """
        # with comments
        name: "5"
        trigger:
          - type: pr_created
            branches: [main, 'release/*']
        conditions: []
        body: |
          first
          second
        folded: >-
          one
          line
        """;
    var json =
        """
        {"name": "5",
         "trigger": [{"type": "pr_created", "branches": ["main", "release/*"]}],
         "conditions": [], "body": "first\\nsecond\\n", "folded": "one line"}\
        """;

    assertEquals(Json.read(json), Yaml.read(yaml));
  }

  @Test
  void json_is_yaml() {
    forAll(
        1,
        300,
        RandomWorkflows::draw,
        workflow -> {
          var json = Json.write(WorkflowJson.write(workflow));
          assertEquals(Json.read(json), Yaml.read(json));
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "on | \"on\"",
        "no | \"no\"",
        "Yes | \"Yes\"",
        "2026-11-25 | \"2026-11-25\"",
        "1_000 | \"1_000\"",
        "12:30 | \"12:30\"",
        "true | true",
        "FALSE | false",
        "~ | null",
        "`` | null",
        "\"\" | \"\"",
        "7 | 7",
        "+7 | 7",
        "010 | 10",
        "0x1F | 31",
        "0o17 | 15",
        "3000000000 | 3000000000",
        "0.5 | 0.5",
        "-1e3 | -1e3",
        "'7' | \"7\"",
        "!!str 7 | \"7\"",
        "! 7 | \"7\"",
        "!!int 7 | 7",
      })
  void scalars_are_read_by_the_core_schema(String yaml, String json) {
    assertEquals(Json.read("{\"a\": " + json + "}"), Yaml.read("a: " + yaml));
  }

  @Test
  void an_alias_is_a_copy() {
    var yaml =
        """
        retry: &patient {max_attempts: 9}
        actions:
          - retry: *patient
          - retry: *patient
        """;
    var json =
        """
        {"retry": {"max_attempts": 9},
         "actions": [{"retry": {"max_attempts": 9}}, {"retry": {"max_attempts": 9}}]}\
        """;

    assertEquals(Json.read(json), Yaml.read(yaml));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: b: c | line 1, column 5",
        "a: [1, 2\\nb: 3 | line 2, column 2",
        "a: 1\\n\\tb: 2 | line 2, column 1",
        "a: 1\\nb: 2\\na: 3 | key is there already, at line 3, column 1",
        "a: {<<: {b: 1}} | merge keys (<<) are not supported: write the keys out, at line 1, column"
            + " 5",
        "a: *b | an alias to what is not above it, at line 1, column 4",
        "a: &a [*a] | an alias to what is not above it, at line 1, column 8",
        "a: !color red | tags are not supported here, at line 1, column 4",
        "a: !!binary aGk= | tags are not supported here",
        "a: !!set {b: 1} | tags are not supported here",
        "a: .inf | not a number that JSON has, at line 1, column 4",
        "a: !!int x | not a number that JSON has",
        "[1]: 2 | a key must be text, at line 1, column 1",
        "a: 1\\n---\\nb: 2 | a second document begins, at line 2, column 1",
        "a: 1\\nb: \\u0001 | may not be in it, at line 2, column 4",
        "# nothing | Nothing there",
      })
  void what_is_wrong_is_told_with_its_line_and_column(String yaml, String words) {
    var document = yaml.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0001", "\u0001");

    var malformed = assertThrows(Json.Malformed.class, () -> Yaml.read(document));

    assertEquals(words, kept(words, malformed));
  }

  @Test
  void aliases_to_aliases_do_not_grow_without_bound() {
    var bomb =
        "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + IntStream.range(1, 30)
                .mapToObj(
                    i -> "a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(10)))
                .collect(Collectors.joining());

    refused(bomb, "too large with its aliases written out, at line 6");
    refused("a: &a \"" + "x".repeat(100_000) + "\"\nb: [" + "*a, ".repeat(10) + "]", "too large");
  }

  @Test
  void nesting_has_its_limit() {
    assertEquals(Json.MAX_DEPTH, depth(Yaml.read("[".repeat(200) + "]".repeat(200))));

    refused("[".repeat(201) + "]".repeat(201), "nested too deep, at line 1, column 201");
    refused("[".repeat(200_000), "nested too deep");
    refused("- ".repeat(100_000), "nested too deep");
    refused("a: ".repeat(100_000), "line 1");
  }

  private static void refused(String yaml, String words) {
    var malformed = assertThrows(Json.Malformed.class, () -> Yaml.read(yaml));
    assertEquals(words, kept(words, malformed));
  }

  /// The words, if they are in the message; all of the message otherwise, for the report.
  private static String kept(String words, Json.Malformed malformed) {
    var message = String.valueOf(malformed.getMessage());
    return message.contains(words) ? words : message;
  }

  private static int depth(JsonNode node) {
    return node.isArray() ? 1 + (node.isEmpty() ? 0 : depth(node.path(0))) : 0;
  }
}
