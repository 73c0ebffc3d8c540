package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.AgentTaskJson;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.TaskReportReader;
import dev.bellwether.adapter.json.TaskReportReader.Said;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.AwaitNextTask;
import dev.bellwether.usecase.ReportOnTask.Holder;
import dev.bellwether.usecase.ReportOnTask.Report;
import dev.bellwether.usecase.TakeNextTask.Asking;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Lets agents take up tasks and say how they get on with them, each under the fence that came with
/// the task; a fence that is not the last one any more is answered with 409.
final class AgentTaskRoutes {
  private static final String NEXT = "/v1/agents/{}/tasks/next";
  private static final String TASK = "/v1/agents/{}/tasks/{}";

  private final Coordination coordination;
  private final InstantSource clock;

  AgentTaskRoutes(Coordination coordination, InstantSource clock) {
    this.coordination = coordination;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("POST", NEXT, Needs.REPORT, this::next),
        verb("progress", TaskReportReader::progress),
        verb("complete", document -> TaskReportReader.end(document, State.DONE)),
        verb("fail", document -> TaskReportReader.end(document, State.FAILED)),
        verb("release", document -> TaskReportReader.end(document, State.QUEUED)));
  }

  private Route verb(String verb, Function<JsonNode, Reading<Said>> reader) {
    return Route.of(
            "POST",
            TASK + "/" + verb,
            Needs.REPORT,
            (request, id) ->
                Document.in(request, document -> report(request, id, reader.apply(document))))
        .about(this::repository);
  }

  private Optional<String> repository(String id) {
    return coordination.tasks().find(id).map(task -> task.brief().repository());
  }

  private APIGatewayV2HTTPResponse next(ApiRequest request, String agent) {
    if (!AgentProfileRoutes.isItself(request.principal(), agent)) {
      return AgentProfileRoutes.notItself(request.principal());
    }
    var wait = seconds(request.query().getOrDefault("wait_seconds", "0"));
    if (wait.isEmpty()) {
      return Page.refused(
          "wait_seconds must be a whole number from 0 to %d"
              .formatted(AwaitNextTask.LONGEST.toSeconds()));
    }
    var asking = new Asking(agent, AgentProfileRoutes.UNKNOWN_TYPE, request::sees);
    return coordination
        .awaitNextTask()
        .of(asking, wait.get())
        .map(task -> Answer.json(200, AgentTaskJson.write(task)))
        .orElseGet(Answer::nothing);
  }

  private static Optional<Duration> seconds(String text) {
    var seconds = text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
    return seconds >= 0 && seconds <= AwaitNextTask.LONGEST.toSeconds()
        ? Optional.of(Duration.ofSeconds(seconds))
        : Optional.empty();
  }

  private APIGatewayV2HTTPResponse report(ApiRequest request, String id, Reading<Said> reading) {
    var agent = request.segments().get(2);
    if (!AgentProfileRoutes.isItself(request.principal(), agent)) {
      return AgentProfileRoutes.notItself(request.principal());
    }
    return switch (reading) {
      case Reading.Accepted<Said>(var said) -> {
        var report = new Report(said.state(), said.note(), said.result());
        var holder = new Holder(agent, said.fence());
        yield answer(coordination.reportOnTask().of(id, holder, report, clock.instant()));
      }
      case Reading.Refused<Said>(var faults) ->
          Answer.invalid("The report is not valid; nothing was changed", faults);
    };
  }

  /// Answers with the task as it is now, or why it stays as it was.
  static APIGatewayV2HTTPResponse answer(Optional<Change> change) {
    return change
        .map(
            c ->
                switch (c) {
                  case Change.Made(var task) -> Answer.json(200, AgentTaskJson.write(task));
                  case Change.Refused(var why) -> Answer.problem(409, "Not changed", why);
                })
        .orElseGet(() -> Router.notFound("No task has this id"));
  }
}
