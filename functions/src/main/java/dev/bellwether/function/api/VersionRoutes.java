package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
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
            (request, number) -> show(request.segments().get(2), number)));
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

  private Optional<Workflow> find(String id, String number) {
    return WorkflowId.isValid(id) && number.matches("[1-9]\\d{0,8}")
        ? versions.find(new WorkflowId(id), Integer.parseInt(number))
        : Optional.empty();
  }
}
