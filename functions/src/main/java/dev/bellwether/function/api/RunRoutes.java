package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.ExplanationJson;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.RunReader;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.RunWorkflow;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Runs workflows for people. A request sent again under the same `Idempotency-Key` is the same
/// request.
final class RunRoutes {
  private final RunWorkflow runWorkflow;
  private final InstantSource clock;

  RunRoutes(RunWorkflow runWorkflow, InstantSource clock) {
    this.runWorkflow = runWorkflow;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of(
            "POST",
            "/v1/workflows/{}/run",
            Needs.STEER,
            (request, id) -> Document.in(request, document -> run(request, id, document))));
  }

  private APIGatewayV2HTTPResponse run(ApiRequest request, String id, JsonNode document) {
    var key = request.key();
    if (!WorkflowId.isValid(id)) {
      return Router.notFound("No workflow has this id");
    }
    return switch (RunReader.read(document)) {
      case Reading.Refused<RunReader.Asked>(var faults) ->
          Answer.invalid("The request is not valid; nothing was done", faults);
      case Reading.Accepted<RunReader.Asked>(var read) when !maySee(request, read.subject()) ->
          Answer.problem(
              403,
              "Forbidden",
              "Name a subject in a repository that you see: you are limited to some");
      case Reading.Accepted<RunReader.Asked>(var read) -> {
        var asked = new RunWorkflow.Asked(read.subject(), read.facts(), read.inputs());
        yield answer(runWorkflow.of(new WorkflowId(id), asked, key, clock.instant()));
      }
    };
  }

  private static boolean maySee(ApiRequest request, @Nullable Subject subject) {
    return request.sees(subject == null ? Subject.NO_REPOSITORY : subject.repository());
  }

  private static APIGatewayV2HTTPResponse answer(RunWorkflow.Result result) {
    return switch (result) {
      case RunWorkflow.Result.Started(var id) ->
          Answer.json(
              202, Map.of("execution_id", id.value()), Map.of("Location", "/v1/executions/" + id));
      case RunWorkflow.Result.NotStarted(var decision) -> notStarted(decision);
      case RunWorkflow.Result.Paused paused ->
          Answer.problem(409, "Not possible now", "The workflow is paused: make it active first");
      case RunWorkflow.Result.Missing missing -> Router.notFound("No workflow has this id");
    };
  }

  private static APIGatewayV2HTTPResponse notStarted(Decision decision) {
    return Answer.explained(
        409,
        "Not started",
        decision.fires()
            ? "The workflow is in shadow: what it would do is not done"
            : "Its conditions do not hold, or cannot be judged; see explanation",
        ExplanationJson.write(decision.explanation()));
  }
}
