package dev.bellwether.adapter.json;

import static dev.bellwether.adapter.json.Definitions.patched;
import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DefinitionSchemaTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);
  private static final JsonNode DESCRIBED = DefinitionSchema.of(Definitions.SIGNATURES);
  private static final JsonSchema SCHEMA = FACTORY.getSchema(DESCRIBED);

  @Test
  void it_is_a_schema_itself() {
    var schemas = FACTORY.getSchema(URI.create(SchemaId.V202012));

    assertEquals(Set.of(), schemas.validate(DESCRIBED));
  }

  @TestFactory
  Stream<DynamicTest> what_the_reader_accepts_is_valid() {
    return Stream.concat(
            Definitions.cases("accepted").map(c -> patched(c.path(0))),
            Definitions.seeds().stream())
        .map(
            definition ->
                DynamicTest.dynamicTest(
                    definition.toString(), () -> assertEquals(Set.of(), faults(definition))));
  }

  /// A case with a fourth member says why a schema cannot tell.
  @TestFactory
  Stream<DynamicTest> what_the_reader_refuses_is_not_valid_if_a_schema_can_tell() {
    return Definitions.cases("refused")
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.toString(),
                    () -> assertEquals(c.has(3), faults(patched(c.path(0))).isEmpty())));
  }

  @Test
  void whatever_is_written_is_valid() {
    forAll(
        1,
        300,
        RandomWorkflows::draw,
        workflow ->
            assertEquals(Set.of(), faults(Json.read(Json.write(WorkflowJson.write(workflow))))));
  }

  @Test
  void every_key_it_names_is_known_to_the_reader() {
    var strange = Definitions.good();
    DESCRIBED
        .required("properties")
        .fieldNames()
        .forEachRemaining(key -> strange.putIfAbsent(key, Json.object()));

    var unknown =
        Definitions.refused(strange).stream().filter(f -> f.detail().startsWith("Unknown key"));

    assertFalse(unknown.findAny().isPresent());
  }

  private static Set<ValidationMessage> faults(JsonNode definition) {
    return SCHEMA.validate(definition);
  }
}
