package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.JsonDiff;
import dev.bellwether.adapter.json.WorkflowJson;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.port.Slice;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shows every version of a workflow, those of deleted ones too; none of them ever changes.
final class VersionRoutes {
  private static final String ALL = "/v1/workflows/{}/versions";
  private static final String WITH = "with";

  private final WorkflowVersions versions;

  VersionRoutes(WorkflowVersions versions) {
    this.versions = versions;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ, this::list),
        Route.of(
            "GET",
            ALL + "/{}",
            Needs.READ,
            (request, number) -> show(request.segments().get(2), number)),
        Route.of(
            "GET",
            ALL + "/{}/diff",
            Needs.READ,
            (request, number) -> diff(request, request.segments().get(2), number)));
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request, String id) {
    if (!WorkflowId.isValid(id) || versions.newest(new WorkflowId(id), 1).isEmpty()) {
      return Router.notFound("No workflow has this id");
    }
    return Page.inOrder(
        request,
        Set.of(),
        (after, limit) ->
            Slice.numbered(
                before -> versions.newest(new WorkflowId(id), before, limit),
                Workflow::version,
                after,
                limit),
        new Shown<>(version -> true, WorkflowJson::write));
  }

  private APIGatewayV2HTTPResponse show(String id, String number) {
    return find(id, number)
        .map(found -> Answer.json(200, WorkflowJson.write(found), Version.tag(found)))
        .orElseGet(() -> Router.notFound("No workflow has this id and version"));
  }

  /// Compares with the version that `with` names, or else with the one before.
  private APIGatewayV2HTTPResponse diff(ApiRequest request, String id, String number) {
    var after = find(id, number);
    var with = request.query().getOrDefault(WITH, after.map(VersionRoutes::before).orElse(""));
    var before = find(id, with);
    if (after.isEmpty() || before.isEmpty()) {
      return Router.notFound(
          ("No workflow has this id and both versions; %s names the one to compare with, the one"
                  + " before unless you say it")
              .formatted(WITH));
    }
    var json = Json.object().put("from", before.get().version()).put("to", after.get().version());
    json.set("changes", JsonDiff.between(definition(before.get()), definition(after.get())));
    return Answer.json(200, json);
  }

  private static String before(Workflow workflow) {
    return String.valueOf(workflow.version() - 1);
  }

  private static ObjectNode definition(Workflow workflow) {
    return WorkflowJson.write(workflow).without(List.of("version"));
  }

  private Optional<Workflow> find(String id, String number) {
    return WorkflowId.isValid(id) && number.matches("[1-9]\\d{0,8}")
        ? versions.find(new WorkflowId(id), Integer.parseInt(number))
        : Optional.empty();
  }
}
