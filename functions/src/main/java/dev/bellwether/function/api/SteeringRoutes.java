package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.SteeringReader;
import dev.bellwether.adapter.json.SteeringReader.Answered;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ReplayFrom;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.function.Answer;
import dev.bellwether.function.Steering;
import dev.bellwether.usecase.AnswerApproval;
import dev.bellwether.usecase.AnswerApproval.Standing;
import dev.bellwether.usecase.CancelExecution;
import dev.bellwether.usecase.ReplayExecution;
import dev.bellwether.usecase.port.ExecutionReader;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Steers executions: cancel, replay, approve, reject. Each answers 202 once it is sure to happen.
final class SteeringRoutes {
  private static final String ONE = "/v1/executions/{}";

  private final Steering steering;
  private final ExecutionReader executions;
  private final InstantSource clock;

  SteeringRoutes(Steering steering, ExecutionReader executions, InstantSource clock) {
    this.steering = steering;
    this.executions = executions;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        about("/cancel", (request, id) -> Document.in(request, d -> cancel(request, id, d))),
        about("/replay", (request, id) -> Document.in(request, d -> replay(request, id, d))),
        about("/approve", (request, id) -> answered(request, id, Signal.Kind.APPROVE)),
        about("/reject", (request, id) -> answered(request, id, Signal.Kind.REJECT)));
  }

  private Route about(String verb, Route.Endpoint endpoint) {
    return Route.of("POST", ONE + verb, Needs.STEER, endpoint)
        .about(id -> executions.find(new ExecutionId(id)).map(e -> e.subject().repository()));
  }

  private APIGatewayV2HTTPResponse answered(ApiRequest request, String id, Signal.Kind kind) {
    return Document.in(request, document -> answer(request, id, document, kind));
  }

  private APIGatewayV2HTTPResponse cancel(ApiRequest request, String id, JsonNode document) {
    return switch (SteeringReader.answer(document, request.principal())) {
      case Reading.Refused<Answered> refused -> invalid(refused);
      case Reading.Accepted<Answered>(var said) ->
          switch (steering
              .cancel()
              .of(new ExecutionId(id), said.by(), said.comment(), clock.instant())) {
            case CancelExecution.Result.Told told -> accepted(id);
            case CancelExecution.Result.Ended ended ->
                conflict("It has ended: there is nothing to cancel");
            case CancelExecution.Result.Missing missing -> missing();
          };
    };
  }

  private APIGatewayV2HTTPResponse replay(ApiRequest request, String id, JsonNode document) {
    var key = request.key();
    return switch (SteeringReader.from(document)) {
      case Reading.Refused<ReplayFrom> refused -> invalid(refused);
      case Reading.Accepted<ReplayFrom>(var from) ->
          switch (steering.replay().of(new ExecutionId(id), from, key, clock.instant())) {
            case ReplayExecution.Result.Started(var started) -> accepted(started.value());
            case ReplayExecution.Result.NotEnded underWay ->
                conflict("It is under way: cancel it first, or wait for its end");
            case ReplayExecution.Result.NothingFailed nothing ->
                conflict("All its steps are done: replay it from the start");
            case ReplayExecution.Result.Missing missing -> missing();
          };
    };
  }

  private APIGatewayV2HTTPResponse answer(
      ApiRequest request, String id, JsonNode document, Signal.Kind kind) {
    return switch (SteeringReader.answer(document, request.principal())) {
      case Reading.Refused<Answered> refused -> invalid(refused);
      case Reading.Accepted<Answered>(var said) -> {
        var signal = new Signal(kind, said.step(), said.by(), clock.instant(), said.comment());
        yield switch (steering
            .answerApproval()
            .of(new ExecutionId(id), signal, Standing.MAY_WRITE)) {
          case AnswerApproval.Result.Told told -> accepted(id);
          case AnswerApproval.Result.NotWaiting nothing ->
              conflict("No step of it waits for an approval, or not the one named");
          case AnswerApproval.Result.NotAllowed(var approvers) ->
              Answer.problem(
                  403, "Not an approver", "Only these may answer: " + String.join(", ", approvers));
          case AnswerApproval.Result.Missing missing -> missing();
        };
      }
    };
  }

  private static APIGatewayV2HTTPResponse accepted(String id) {
    return Answer.json(202, Map.of("execution_id", id), Map.of("Location", "/v1/executions/" + id));
  }

  private static APIGatewayV2HTTPResponse conflict(String detail) {
    return Answer.problem(409, "Not possible now", detail);
  }

  private static APIGatewayV2HTTPResponse missing() {
    return Router.notFound("No execution has this id; they are kept for 90 days");
  }

  private static APIGatewayV2HTTPResponse invalid(Reading.Refused<?> refused) {
    return Answer.invalid("The request is not valid; nothing was done", refused.faults());
  }
}
