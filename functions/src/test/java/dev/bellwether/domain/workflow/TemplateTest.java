package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
  void a_filter_escapes_for_an_address_or_for_json_whatever_the_parameter_is_for() {
    var facts = new Facts(Map.of("title", "a_b & \"c\" / @all é 🚀"));

    for (var escape : Escape.values()) {
      assertEquals(
          "https://x.test/?q=a%5Fb%20%26%20%22c%22%20%2F%20%40all%20%C3%A9%20%F0%9F%9A%80",
          Template.render("https://x.test/?q={{title | url}}", facts, escape));
      assertEquals(
          "{\"t\": \"a\\u005fb \\u0026 \\u0022c\\u0022 / \\u0040all é 🚀\"}",
          Template.render("{\"t\": \"{{title|json}}\"}", facts, escape));
    }
    assertEquals(Set.of("title"), Template.namesIn("{{title|url}} {{ title | json }}"));
    assertEquals("{{title|html}}", Template.render("{{title|html}}", facts, Escape.PLAIN));
  }

  @Test
  void json_reads_back_what_was_escaped_for_it() throws JsonProcessingException {
    var text = "\"\\\n\t`*_[x](y)<b>|~#&@$ \u2028 🚀";

    var json = "\"" + Escape.JSON.apply(text) + "\"";

    assertEquals(text, new JsonMapper().readTree(json).asText());
  }

  @Test
  void an_address_that_github_gave_stays_one_in_markdown_and_no_other_text_does() {
    var good = "https://github.com/octo/a_b/pull/4?x=1&y=2";
    var facts = new Facts(Map.of("url", good, "title", good, "build_url", good + "](evil)"));

    assertEquals(good, Template.render("{{url}}", facts, Escape.MARKDOWN));
    assertFalse(
        String.valueOf(Template.render("{{title}}", facts, Escape.MARKDOWN)).contains("://"));
    var broken = String.valueOf(Template.render("{{build_url}}", facts, Escape.MARKDOWN));
    assertFalse(broken.contains("://"), broken);
    assertFalse(broken.replace("\\]", "").contains("]"), broken);
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
