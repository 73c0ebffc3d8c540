package dev.bellwether.function.agent;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.bellwether.testing.RecordingContext;
import org.junit.jupiter.api.Test;

class AgentSweepHandlerTest {
  private final RecordingContext context = new RecordingContext();

  @Test
  void a_sweep_that_breaks_is_told_and_fails() {
    var handler =
        new AgentSweepHandler(
            () -> {
              throw new IllegalStateException("no table");
            },
            () -> NOW);

    assertThrows(
        IllegalStateException.class, () -> handler.handleRequest(new ScheduledEvent(), context));
    assertEquals("ERROR", context.line().path("level").asText());
    assertEquals("no table", context.line().path("reason").asText());
  }
}
