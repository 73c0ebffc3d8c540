package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CodeOwnersTest {
  @TestFactory
  Stream<DynamicTest> owns_as_the_cases_say() throws IOException {
    try (var in = CodeOwnersTest.class.getResourceAsStream("/cases/codeowners/codeowners.json")) {
      return StreamSupport.stream(new JsonMapper().readTree(in).spliterator(), false)
          .toList()
          .stream()
          .map(c -> DynamicTest.dynamicTest(c.get("case").asText(), () -> holds(c)));
    }
  }

  private static void holds(JsonNode c) {
    var owners = CodeOwners.parse(c.get("text").asText()).of(texts(c, "files"));

    assertEquals(texts(c, "users"), owners.users());
    assertEquals(texts(c, "teams"), owners.teams());
  }

  private static Set<String> texts(JsonNode c, String name) {
    var texts = new LinkedHashSet<String>();
    c.path(name).forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
