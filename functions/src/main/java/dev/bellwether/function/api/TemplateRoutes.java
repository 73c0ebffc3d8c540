package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.adapter.json.BlueprintFiller;
import dev.bellwether.adapter.json.BlueprintJson;
import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.WorkflowJson;
import dev.bellwether.domain.workflow.Blueprint;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.function.Answer;
import java.util.List;
import java.util.function.Function;

/// Shows the built-in workflow templates and makes workflows of them.
///
/// `?dry_run=true` answers with the definition that it would be, and saves nothing.
final class TemplateRoutes {
  private static final String ALL = "/v1/templates";
  private static final String ONE = ALL + "/{}";

  private final BlueprintFiller filler;
  private final Saving saving;

  TemplateRoutes(DefinitionReader reader, Saving saving) {
    this.filler = new BlueprintFiller(reader);
    this.saving = saving;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ, (request, none) -> list()),
        Route.of("GET", ONE, Needs.READ, (request, id) -> known(id, TemplateRoutes::show)),
        Route.of(
            "POST",
            ONE + "/instantiate",
            Needs.WRITE,
            (request, id) -> known(id, t -> make(request, t))));
  }

  private static APIGatewayV2HTTPResponse list() {
    return Page.of(BuiltInTemplates.all().stream().map(BlueprintJson::summary).toList());
  }

  private static APIGatewayV2HTTPResponse show(Blueprint template) {
    return Answer.json(200, BlueprintJson.write(template));
  }

  private APIGatewayV2HTTPResponse make(ApiRequest request, Blueprint template) {
    var dryRun = request.query().getOrDefault("dry_run", "false");
    if (!List.of("true", "false").contains(dryRun)) {
      return Page.refused("dry_run must be true or false");
    }
    return Document.inEither(
        request,
        document ->
            switch (filler.fill(template, document)) {
              case Reading.Refused<Workflow>(var faults) ->
                  Answer.invalid("The template cannot be filled in; nothing was saved", faults);
              case Reading.Accepted<Workflow>(var workflow) when dryRun.equals("true") ->
                  Answer.json(200, WorkflowJson.write(workflow));
              case Reading.Accepted<Workflow>(var workflow) -> saving.create(workflow);
            });
  }

  private static APIGatewayV2HTTPResponse known(
      String id, Function<Blueprint, APIGatewayV2HTTPResponse> answer) {
    return BuiltInTemplates.find(id)
        .map(answer)
        .orElseGet(() -> Router.notFound("No template has this id"));
  }
}
