package dev.bellwether.local.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/// A rule of an event bus whose target is a function.
///
/// @param id unique in the template: the function's id and the event's name
/// @param bus the name of the bus
/// @param pattern JSON, as EventBridge takes it
/// @param function the logical id of the function
public record Rule(String id, String bus, String pattern, String function) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Rule from(String function, String event, Section section) {
    // Retry policy and dead-letter queue of a rule are for events that never reach the function;
    // here they always do. What happens when the function fails is the function's own affair.
    section.ignore("RuleName", "RetryPolicy", "DeadLetterConfig", "Target");
    var pattern =
        section.value("Pattern").orElseThrow(() -> section.refuse("Pattern", "is missing"));
    try {
      return new Rule(
          function + event,
          busName(section.optional("EventBusName").orElse("default")),
          JSON.writeValueAsString(pattern),
          function);
    } catch (JsonProcessingException e) {
      throw section.refuse("Pattern", "is no JSON: " + e.getOriginalMessage());
    }
  }

  private static String busName(String nameOrArn) {
    return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
  }
}
