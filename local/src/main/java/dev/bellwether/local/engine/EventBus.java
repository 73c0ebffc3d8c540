package dev.bellwether.local.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.local.template.Rule;
import dev.bellwether.local.template.Template;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import software.amazon.event.ruler.GenericMachine;

/// EventBridge: matches each event against the template's rules with AWS's own engine, and hands it
/// to the functions before it answers.
public final class EventBus {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ENTRIES = 10;

  private final Map<String, GenericMachine<Rule>> rulesByBus = new HashMap<>();
  private final InstantSource clock;
  private final BiConsumer<String, String> call;

  /// Reads the rules.
  ///
  /// @param call takes a function's id and an event, and keeps it until the function has had it
  /// @throws IOException when a pattern is none; it names the rule
  public EventBus(Template template, InstantSource clock, BiConsumer<String, String> call)
      throws IOException {
    this.clock = clock;
    this.call = call;
    template.buses().forEach(bus -> rulesByBus.put(bus, GenericMachine.<Rule>builder().build()));
    for (Rule rule : template.rules()) {
      add(rule);
    }
  }

  private void add(Rule rule) throws IOException {
    var machine = rulesByBus.get(rule.bus());
    if (machine == null) {
      throw new IOException("Rule %s: there is no bus %s".formatted(rule.id(), rule.bus()));
    }
    try {
      machine.addRule(rule, rule.pattern());
    } catch (IOException e) {
      throw new IOException("Rule %s: %s".formatted(rule.id(), e.getMessage()), e);
    }
  }

  JsonNode putEvents(JsonNode request) throws RefusedException, IOException {
    var entries = request.path("Entries");
    if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
      throw new RefusedException("ValidationException", "1 to 10 entries are expected");
    }
    var answer = JSON.createObjectNode();
    var results = answer.putArray("Entries");
    var failed = 0;
    for (JsonNode entry : entries) {
      var detail = detail(entry);
      if (detail.isObject()) {
        results.addObject().put("EventId", put(entry, detail));
      } else {
        results
            .addObject()
            .put("ErrorCode", "MalformedDetail")
            .put("ErrorMessage", "Detail is malformed.");
        failed++;
      }
    }
    return answer.put("FailedEntryCount", failed);
  }

  private String put(JsonNode entry, JsonNode detail) throws RefusedException, IOException {
    var bus = entry.path("EventBusName").asText("default");
    var machine = rulesByBus.get(bus.substring(bus.lastIndexOf('/') + 1));
    if (machine == null) {
      throw new RefusedException(
          "ResourceNotFoundException", "Event bus %s does not exist.".formatted(bus));
    }
    var event = event(entry, detail);
    List<Rule> rules = machine.rulesForJSONEvent((JsonNode) event);
    for (Rule rule : rules) {
      call.accept(rule.function(), JSON.writeValueAsString(event));
    }
    return event.path("id").asText();
  }

  private static JsonNode detail(JsonNode entry) {
    try {
      return JSON.readTree(entry.path("Detail").asText());
    } catch (JsonProcessingException e) {
      return JSON.missingNode();
    }
  }

  private ObjectNode event(JsonNode entry, JsonNode detail) {
    var event =
        JSON.createObjectNode()
            .put("version", "0")
            .put("id", UUID.randomUUID().toString())
            .put("detail-type", entry.path("DetailType").asText())
            .put("source", entry.path("Source").asText())
            .put("account", Template.ACCOUNT)
            .put("time", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
            .put("region", Template.REGION);
    event.putArray("resources").addAll(entry.path("Resources").valueStream().toList());
    event.set("detail", detail);
    return event;
  }
}
