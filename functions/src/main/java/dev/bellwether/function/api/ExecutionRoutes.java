package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.DeliveryJson;
import dev.bellwether.adapter.json.ExecutionJson;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionReader.Which;
import dev.bellwether.usecase.port.Part;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Shows executions: briefly in lists, one by one in full.
final class ExecutionRoutes {
  private final ExecutionReader executions;
  private final InstantSource clock;

  ExecutionRoutes(ExecutionReader executions, InstantSource clock) {
    this.executions = executions;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/v1/executions", Needs.READ, (request, none) -> list(request)),
        Route.of("GET", "/v1/executions/{}", Needs.READ, (request, id) -> show(id))
            .about(id -> executions.find(new ExecutionId(id)).map(e -> e.subject().repository())));
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    return switch (ExecutionFilter.of(request)) {
      case ExecutionFilter.Wrong(var detail) -> Page.refused(detail);
      case ExecutionFilter.Asked(var which, var isWanted) ->
          Page.newest(
              request,
              ExecutionFilter.PARAMETERS,
              which instanceof Which.Any
                  ? Part.newest(clock.instant(), PageQuery.STANDARD)
                  : Part.newestEver(PageQuery.STANDARD),
              part -> executions.list(which, part),
              new Shown<>(
                  one -> isWanted.test(one) && request.sees(one.subject().repository()),
                  ExecutionRoutes::brief));
    };
  }

  private APIGatewayV2HTTPResponse show(String id) {
    return executions
        .find(new ExecutionId(id))
        .map(execution -> Answer.json(200, ExecutionJson.write(execution)))
        .orElseGet(() -> Router.notFound("No execution has this id; they are kept for 90 days"));
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
}
