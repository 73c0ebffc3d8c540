package dev.bellwether.function;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  private final Wiring wiring = new Wiring(Environment.of(Map.of(), () -> Instant.EPOCH));

  @ParameterizedTest
  @ValueSource(strings = {"pr-review-automation", "build-time-sla-monitor"})
  void a_template_is_accepted_with_the_actions_there_are(String name) throws IOException {
    var reader = new DefinitionReader(wiring.actions().signatures());

    try (var in = TemplatesTest.class.getResourceAsStream("/templates/%s.json".formatted(name))) {
      assertInstanceOf(Reading.Accepted.class, reader.read(Json.read(in.readAllBytes())));
    }
  }
}
