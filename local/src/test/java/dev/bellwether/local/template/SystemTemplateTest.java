package dev.bellwether.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.local.testing.Fixture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.event.ruler.RuleCompiler;

/// The system's own template, as local mode reads it.
final class SystemTemplateTest {
  private static final Path FILE =
      Path.of(System.getProperty("bellwether.root")).resolve("template.yaml");

  @Test
  void all_of_it_is_supported() throws IOException {
    var template = Template.read(FILE, Map.of());

    assertEquals(
        List.of(
            "WebhookFunction",
            "ActionFunction",
            "SlaCheckFunction",
            "AgentSweepFunction",
            "SlaTimerFunction",
            "EscalationFunction",
            "ApiFunction"),
        template.functions().stream().map(Function::id).toList());
  }

  @Test
  void every_event_pattern_is_accepted_by_eventbridges_own_engine() throws IOException {
    var rules = Template.read(FILE, Map.of()).rules();

    assertFalse(rules.isEmpty());
    for (Rule rule : rules) {
      assertNull(RuleCompiler.check(rule.pattern()), rule.id());
    }
  }

  @Test
  void a_changed_route_batch_size_and_schedule_are_followed() {
    var moved = Fixture.changed(FILE, "Path: /webhooks/github,", "Path: \"/hooks/{source}\",");
    var larger = Fixture.changed(FILE, "BatchSize: 10", "BatchSize: 3");
    var slower = Fixture.changed(FILE, "rate(5 minutes)", "rate(2 hours)");

    assertTrue(moved.routes().contains(new Route("ANY", "/hooks/{source}", "WebhookFunction")));
    assertEquals(
        List.of(2, 3), larger.queueSources().stream().map(QueueSource::batchSize).toList());
    assertEquals("rate(2 hours)", slower.schedules().getFirst().expression());
  }

  @Test
  void what_a_failing_function_leaves_behind_has_a_queue_to_go_to() throws IOException {
    var template = Template.read(FILE, Map.of());

    for (Function function : template.functionsCalledSoon()) {
      var deadLetters = function.retries().deadLetterArn();
      assertTrue(deadLetters.isPresent(), function.id());
      assertFalse(template.queue(deadLetters.get()).url().isEmpty());
    }
    for (QueueSource source : template.queueSources()) {
      assertTrue(template.queue(source.queueArn()).redrive().isPresent(), source.function());
    }
  }
}
