package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.DeliveryJson;
import dev.bellwether.adapter.json.ExecutionJson;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.ExecutionReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// Shows executions and the deliveries that set them off: briefly in lists, one by one in full.
final class ExecutionRoutes {
  private static final String WORKFLOW = "workflow";

  private final ExecutionReader executions;
  private final DeliveryStore deliveries;
  private final InstantSource clock;

  ExecutionRoutes(ExecutionReader executions, DeliveryStore deliveries, InstantSource clock) {
    this.executions = executions;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/v1/executions", Needs.READ, (request, none) -> list(request)),
        Route.of("GET", "/v1/executions/{}", Needs.READ, (request, id) -> show(id))
            .about(id -> executions.find(new ExecutionId(id)).map(e -> e.subject().repository())),
        Route.of("GET", "/v1/deliveries", Needs.READ, (request, none) -> listDeliveries(request)),
        Route.of("GET", "/v1/deliveries/{}", Needs.READ, (request, id) -> showDelivery(id))
            .about(id -> deliveries.find(id).flatMap(Delivery::repository)));
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    var workflow = request.query().get(WORKFLOW);
    if (workflow != null && !WorkflowId.isValid(workflow)) {
      return Page.refused("workflow must be the id of one");
    }
    return Page.of(
        request,
        Set.of(WORKFLOW),
        limit ->
            (workflow == null
                    ? executions.newest(clock.instant(), request.reach(limit))
                    : executions.newestOf(new WorkflowId(workflow), request.reach(limit)))
                .stream()
                    .filter(execution -> request.sees(execution.subject().repository()))
                    .limit(limit)
                    .map(ExecutionRoutes::brief)
                    .toList());
  }

  private APIGatewayV2HTTPResponse show(String id) {
    return executions
        .find(new ExecutionId(id))
        .map(execution -> Answer.json(200, ExecutionJson.write(execution)))
        .orElseGet(() -> Router.notFound("No execution has this id; they are kept for 90 days"));
  }

  private APIGatewayV2HTTPResponse listDeliveries(ApiRequest request) {
    return Page.of(
        request,
        Set.of(),
        limit ->
            deliveries.newest(clock.instant(), request.reach(limit)).stream()
                .filter(delivery -> delivery.isSeenBy(request.principal()))
                .limit(limit)
                .map(ExecutionRoutes::brief)
                .toList());
  }

  private APIGatewayV2HTTPResponse showDelivery(String id) {
    return deliveries
        .find(id)
        .map(delivery -> Answer.json(200, DeliveryJson.write(delivery)))
        .orElseGet(() -> Router.notFound("No delivery has this id; they are kept for 90 days"));
  }

  /// Leaves out what was seen and why; of each step, all but what it is and how it stands.
  private static ObjectNode brief(Execution execution) {
    var whole = ExecutionJson.write(execution);
    var json = whole.deepCopy().remove(List.of("facts", "explanation"));
    execution.facts().text("title").ifPresent(title -> json.put("title", title));
    var steps = json.putArray("steps");
    for (var step : whole.required("steps")) {
      var brief = steps.addObject();
      brief.set("id", step.at("/action/id"));
      brief.set("type", step.at("/action/type"));
      brief.set("state", step.required("state"));
      brief.set("attempts", step.required("attempts"));
    }
    return json;
  }

  /// Leaves the facts and the explanations out.
  private static ObjectNode brief(Delivery delivery) {
    var json = DeliveryJson.write(delivery);
    json.remove("facts");
    for (var decision : json.required("decisions")) {
      ((ObjectNode) decision).remove("explanation");
    }
    return json;
  }
}
