package dev.bellwether.adapter.json;

import static dev.bellwether.adapter.json.Definitions.accepted;
import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class DefinitionLawsTest {
  private static final int RUNS = 1000;

  @Test
  void what_is_written_is_accepted_and_the_same() {
    forAll(
        1,
        RUNS,
        RandomWorkflows::draw,
        workflow -> assertEquals(workflow, accepted(again(WorkflowJson.write(workflow)))));
  }

  @Test
  void what_is_stored_is_read_as_it_was() {
    forAll(
        1,
        RUNS,
        RandomWorkflows::draw,
        workflow -> assertEquals(workflow, WorkflowJson.read(again(WorkflowJson.write(workflow)))));
  }

  @Test
  void the_canonical_form_is_its_own_canonical_form() {
    Definitions.seeds()
        .forEach(
            seed -> {
              var canonical = WorkflowJson.write(accepted(seed));
              assertEquals(canonical, WorkflowJson.write(accepted(canonical)));
            });
  }

  private static JsonNode again(JsonNode json) {
    return Json.read(Json.write(json));
  }
}
