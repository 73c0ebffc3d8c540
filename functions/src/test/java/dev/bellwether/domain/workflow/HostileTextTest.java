package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.testing.Hostile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people who mean no good wrote on GitHub is only text wherever a template puts it.
class HostileTextTest {
  /// What GitHub makes of plain text beside CommonMark: mentions, and links of addresses.
  private static final Pattern LINKED = Pattern.compile("@[A-Za-z0-9]|://|www\\.");

  private static final Set<Class<? extends Node>> MARKUP =
      Set.of(
          Code.class,
          Emphasis.class,
          FencedCodeBlock.class,
          HtmlBlock.class,
          HtmlInline.class,
          Image.class,
          StrongEmphasis.class);

  private static final Pattern SLACK_MARKUP = Pattern.compile("[<>]|&(?!amp;|lt;|gt;)");

  static List<String> strings() {
    return Hostile.strings();
  }

  @Test
  void there_are_enough_of_them() {
    assertTrue(strings().size() >= 150, () -> strings().size() + " strings");
  }

  @ParameterizedTest
  @MethodSource("strings")
  void in_markdown_it_is_neither_link_nor_image_nor_markup_nor_mention(String hostile) {
    for (var template :
        List.of("{{t}}", "**{{t}}** x", "[{{t}}](https://example.org)", "> {{t}}")) {
      var rendered = rendered(template, hostile, Escape.MARKDOWN);
      var usual = found(rendered(template, "x", Escape.MARKDOWN));

      assertTrue(usual.containsAll(found(rendered)), rendered);
      var text = rendered.replace("https://example.org", "");
      assertFalse(LINKED.matcher(text).find(), rendered);
    }
  }

  @ParameterizedTest
  @MethodSource("strings")
  void in_slack_it_names_nobody_and_links_nowhere(String hostile) {
    assertFalse(SLACK_MARKUP.matcher(rendered("{{t}}", hostile, Escape.SLACK)).find(), hostile);
  }

  @ParameterizedTest
  @MethodSource("strings")
  void in_json_it_is_one_string(String hostile) {
    var rendered = rendered("{\"a\": \"{{t}}\", \"b\": 1}", hostile, Escape.JSON);

    var json = Json.read(rendered);

    assertEquals(2, json.size(), rendered);
    assertEquals(1, json.path("b").asInt());
  }

  @ParameterizedTest
  @MethodSource("strings")
  void in_an_address_it_is_one_part(String hostile) {
    var rendered = rendered("{{t}}", hostile, Escape.URL);

    assertTrue(rendered.matches("[A-Za-z0-9.%-]*"), rendered);
  }

  private static String rendered(String template, String text, Escape escape) {
    return String.valueOf(Template.render(template, new Facts(Map.of("t", text)), escape));
  }

  /// Lists what a parser makes of Markdown that is more than text.
  private static List<String> found(String markdown) {
    var found = new ArrayList<String>();
    look(Parser.builder().build().parse(markdown), found);
    return found;
  }

  private static void look(Node node, List<String> found) {
    if (node instanceof Link link) {
      found.add("link " + link.getDestination());
    } else if (MARKUP.contains(node.getClass())) {
      found.add(node.getClass().getSimpleName());
    }
    for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
      look(child, found);
    }
  }
}
