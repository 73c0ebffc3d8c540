package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.AgentStandJson;
import dev.bellwether.adapter.json.AgentTaskJson;
import dev.bellwether.adapter.json.BriefJson;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.Assignment;
import dev.bellwether.domain.agent.Brief;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.AssignTask;
import dev.bellwether.usecase.port.Slice;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Lets people make tasks for agents, see them, and take care of those that get nowhere.
///
/// The same `Idempotency-Key` is the same task.
final class TaskRoutes {
  /// As many as are looked through, of those in the queue and of those that are held.
  private static final int MOST = 1000;

  private static final String ALL = "/v1/tasks";
  private static final String ONE = ALL + "/{}";

  private final Coordination coordination;
  private final InstantSource clock;

  TaskRoutes(Coordination coordination, InstantSource clock) {
    this.coordination = coordination;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ, (request, none) -> list(request)),
        Route.of(
            "POST",
            ALL,
            Needs.STEER,
            (request, none) -> Document.in(request, d -> create(request, d))),
        Route.of("GET", ONE, Needs.READ, (request, id) -> show(id)).about(this::repository),
        Route.of("POST", ONE + "/assign", Needs.STEER, (request, id) -> assign(id))
            .about(this::repository),
        Route.of("POST", ONE + "/requeue", Needs.STEER, this::requeue).about(this::repository),
        Route.of("POST", ONE + "/cancel", Needs.STEER, this::cancel).about(this::repository));
  }

  private Optional<String> repository(String id) {
    return coordination.tasks().find(id).map(task -> task.brief().repository());
  }

  /// Those in the queue come first, then those that are held; each the oldest first.
  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    var tasks = coordination.tasks();
    var open = Stream.of(tasks.queued(MOST), tasks.held(MOST)).flatMap(List::stream).toList();
    return Page.inOrder(
        request,
        Set.of(),
        (after, limit) -> Slice.ofWhole(open, after, limit),
        new Shown<>(task -> request.sees(task.brief().repository()), AgentTaskJson::write));
  }

  private APIGatewayV2HTTPResponse show(String id) {
    return coordination
        .tasks()
        .find(id)
        .map(task -> Answer.json(200, AgentTaskJson.write(task)))
        .orElseGet(TaskRoutes::missing);
  }

  private APIGatewayV2HTTPResponse create(ApiRequest request, JsonNode document) {
    return switch (BriefJson.parse(document)) {
      case Reading.Accepted<Brief>(var brief) when !request.sees(brief.repository()) ->
          Answer.problem(403, "Forbidden", "You do not see the repository");
      case Reading.Accepted<Brief>(var brief) -> {
        var key = request.key().getBytes(StandardCharsets.UTF_8);
        var id = UUID.nameUUIDFromBytes(key).toString();
        var task = coordination.steerTask().create(id, brief, clock.instant());
        yield Answer.json(201, AgentTaskJson.write(task));
      }
      case Reading.Refused<Brief>(var faults) ->
          Answer.invalid("The task is not valid; nothing was saved", faults);
    };
  }

  private APIGatewayV2HTTPResponse assign(String id) {
    return switch (coordination.assignTask().of(id, Optional.empty(), clock.instant())) {
      case AssignTask.Result.Assigned(var task, var because) -> explained(task, because);
      case AssignTask.Result.Queued(var task, var because) -> explained(task, because);
      case AssignTask.Result.Left(var task) ->
          Answer.problem(409, "Not in the queue", "Somebody has it, or it has ended");
      case AssignTask.Result.Unknown unknown -> missing();
    };
  }

  private static APIGatewayV2HTTPResponse explained(AgentTask task, Assignment because) {
    var json = AgentTaskJson.write(task);
    json.set("assignment", AgentStandJson.write(because));
    return Answer.json(200, json);
  }

  private APIGatewayV2HTTPResponse requeue(ApiRequest request, String id) {
    var by = request.principal().name();
    return AgentTaskRoutes.answer(coordination.steerTask().requeue(id, by, clock.instant()));
  }

  private APIGatewayV2HTTPResponse cancel(ApiRequest request, String id) {
    var by = request.principal().name();
    return AgentTaskRoutes.answer(coordination.steerTask().cancel(id, by, clock.instant()));
  }

  private static APIGatewayV2HTTPResponse missing() {
    return Router.notFound("No task has this id");
  }
}
