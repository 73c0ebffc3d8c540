package dev.bellwether.function.api;

import dev.bellwether.adapter.json.DefinitionSchema;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.function.Answer;
import java.util.List;
import java.util.function.Supplier;

/// Shows the JSON Schema of definitions, to anybody: editors have no token, and it holds nothing
/// but the format.
final class SchemaRoute {
  private SchemaRoute() {}

  static Route over(Supplier<List<ActionSignature>> signatures) {
    return Route.of(
        "GET",
        "/schemas/workflow.json",
        Needs.NOTHING,
        (request, none) -> Answer.json(200, DefinitionSchema.of(signatures.get())));
  }
}
