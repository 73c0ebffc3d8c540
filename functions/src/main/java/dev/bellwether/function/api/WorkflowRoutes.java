package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.Fault;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.WorkflowJson;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.Basis;
import dev.bellwether.usecase.port.WorkflowStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Creates, lists, reads, changes and deletes workflows, written in JSON or in YAML, and says what
/// is wrong with a definition.
///
/// A change says what it is based on: by `If-Match` (412 when it is not the newest any more), or by
/// the `version` that the definition it sends back carries (409); with neither, the last one wins.
final class WorkflowRoutes {
  private static final String ALL = "/v1/workflows";
  private static final String ONE = ALL + "/{}";

  private final WorkflowStore workflows;
  private final DefinitionReader reader;
  private final Saving saving;

  WorkflowRoutes(WorkflowStore workflows, DefinitionReader reader, Saving saving) {
    this.workflows = workflows;
    this.reader = reader;
    this.saving = saving;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ, (request, none) -> list(request)),
        Route.of("POST", ALL, Needs.WRITE, (request, none) -> create(request)),
        Route.of("POST", ALL + "/validate", Needs.READ, (request, none) -> validate(request)),
        Route.of("GET", ONE, Needs.READ, (request, id) -> known(id, this::show)),
        Route.of("PUT", ONE, Needs.WRITE, this::change),
        Route.of(
            "DELETE",
            ONE,
            Needs.WRITE,
            (request, id) -> known(id, found -> delete(request, found))));
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    return Page.inOrder(
        request, Set.of(), workflows::list, new Shown<>(workflow -> true, WorkflowJson::write));
  }

  private APIGatewayV2HTTPResponse show(Workflow workflow) {
    return Answer.json(200, WorkflowJson.write(workflow), Version.tag(workflow));
  }

  private APIGatewayV2HTTPResponse create(ApiRequest request) {
    return Document.inEither(request, document -> reading(document, saving::create));
  }

  /// Answers with the canonical form, or with everything that is wrong; saves nothing.
  private APIGatewayV2HTTPResponse validate(ApiRequest request) {
    return Document.inEither(
        request,
        document ->
            reading(
                document, workflow -> Answer.json(200, WorkflowJson.writeWithWarnings(workflow))));
  }

  private APIGatewayV2HTTPResponse change(ApiRequest request, String id) {
    return Document.inEither(
        request,
        document -> {
          if (document instanceof ObjectNode definition && !definition.hasNonNull("id")) {
            definition.put("id", id);
          }
          return reading(document, workflow -> change(request, id, workflow));
        });
  }

  private APIGatewayV2HTTPResponse change(ApiRequest request, String id, Workflow workflow) {
    if (!workflow.id().value().equals(id)) {
      return Answer.invalid(
          "The definition is another workflow's",
          List.of(
              new Fault("/id", "An id never changes: write '%s', or leave it out".formatted(id))));
    }
    var named = workflow.version();
    var otherwise = named == 0 ? new Basis.Newest() : new Basis.Version(named);
    var conflict = request.header("if-match").isPresent() ? 412 : 409;
    return Version.basis(request, otherwise)
        .map(basis -> saving.save(workflow, basis, 200, conflict))
        .orElseGet(WorkflowRoutes::badTag);
  }

  /// The store deletes whatever is newest; a save that slips in between the check and the deletion
  /// goes with it.
  private APIGatewayV2HTTPResponse delete(ApiRequest request, Workflow found) {
    var basis = Version.basis(request, new Basis.Newest());
    if (basis.isEmpty()) {
      return badTag();
    }
    if (basis.get() instanceof Basis.Version(var number) && number != found.version()) {
      return Saving.conflict(412, found.version(), basis.get());
    }
    return workflows.delete(found.id()) ? Answer.nothing() : notFound();
  }

  private APIGatewayV2HTTPResponse reading(
      JsonNode document, Function<Workflow, APIGatewayV2HTTPResponse> answer) {
    return switch (reader.read(document)) {
      case Reading.Accepted<Workflow>(var workflow) -> answer.apply(workflow);
      case Reading.Refused<Workflow>(var faults) ->
          Answer.invalid("The definition is not valid; nothing was saved", faults);
    };
  }

  private APIGatewayV2HTTPResponse known(
      String id, Function<Workflow, APIGatewayV2HTTPResponse> answer) {
    return Optional.of(id)
        .filter(WorkflowId::isValid)
        .flatMap(text -> workflows.find(new WorkflowId(text)))
        .map(answer)
        .orElseGet(WorkflowRoutes::notFound);
  }

  static APIGatewayV2HTTPResponse badTag() {
    return Answer.problem(
        400, "Bad If-Match", "If-Match must be the ETag of one version, such as \"3\", or *");
  }

  private static APIGatewayV2HTTPResponse notFound() {
    return Router.notFound("No workflow has this id");
  }
}
