package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.bellwether.domain.condition.Facts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  @Test
  void an_entity_is_no_mention_and_an_address_no_link_in_markdown() {
    assertEquals("\\&commat;canary", Escape.MARKDOWN.apply("&commat;canary"));
    assertEquals("\\&\\#64;canary", Escape.MARKDOWN.apply("&#64;canary"));
    assertEquals("https:\u200B//canary.test", Escape.MARKDOWN.apply("https://canary.test"));
    assertEquals("WWW\u200B.canary.test", Escape.MARKDOWN.apply("W\u2066WW.canary.test"));
  }

  @Test
  void fills_facts_into_text_lists_and_maps_and_leaves_other_values() {
    var facts = new Facts(Map.of("title", "Fix", "number", 42, "labels", List.of("a", "b")));
    var value = Map.of("text", "{{title}} #{{ number }}", "list", List.of("{{labels}}"), "n", 7);

    var rendered = Template.render(value, facts, Escape.PLAIN);

    assertEquals(Map.of("text", "Fix #42", "list", List.of("a, b"), "n", 7), rendered);
  }

  @Test
  void a_missing_fact_becomes_nothing_and_dollars_stay_dollars() {
    var facts = new Facts(Map.of("title", "costs $1 \\ more"));

    assertEquals(
        "[] costs $1 \\ more", Template.render("[{{gone}}] {{title}}", facts, Escape.PLAIN));
  }

  @Test
  void lists_the_names_it_mentions() {
    assertEquals(
        Set.of("title", "event.sender.login"),
        Template.namesIn(Map.of("a", List.of("{{title}}"), "b", "by {{event.sender.login}}")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@everyone",
        "@acme/admins look",
        "[x](https://evil.example)",
        "<img src=x>",
        "<!-- m -->",
        "`code`",
        "**bold**",
        "~~gone~~",
        "| table |"
      })
  void what_comes_from_github_is_inert_in_markdown_and_what_the_author_wrote_is_not(
      String hostile) {
    var facts = new Facts(Map.of("title", hostile));

    var rendered = (String) Template.render("**{{title}}**", facts, Escape.MARKDOWN);

    assertFalse(rendered.contains(hostile), rendered);
    assertEquals("**", rendered.substring(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!channel>", "<@U123>", "<https://evil.example|click>", "&lt;!here&gt;"})
  void what_comes_from_github_pings_nobody_in_slack(String hostile) {
    var rendered = (String) Template.render("{{t}}", new Facts(Map.of("t", hostile)), Escape.SLACK);

    assertFalse(rendered.contains("<"), rendered);
    assertFalse(rendered.contains(hostile), rendered);
  }

  @Test
  void control_and_direction_override_characters_are_dropped_everywhere() {
    assertEquals("canary", Escape.MARKDOWN.apply("\u2066can\u2067a\u2068r\u2069y"));
    assertEquals("ab\ncd", Escape.PLAIN.apply("a\u0000b\n\u202Ec\u001Bd"));
  }
}
