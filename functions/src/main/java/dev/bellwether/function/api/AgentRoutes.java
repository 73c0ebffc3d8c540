package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.AgentActivityJson;
import dev.bellwether.adapter.json.AgentActivityReader;
import dev.bellwether.adapter.json.Fault;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.agent.MessageActivity;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.RecordActivity;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Takes what agents report, and shows it.
///
/// A report sent again under the same `Idempotency-Key` is the same report.
final class AgentRoutes {
  private static final String ALL = "/v1/agents/activity";
  private static final String ONE = "/v1/agents/{}/activity";

  /// What the system itself writes of tasks, pushes and messages, which reports are made of.
  private static final Set<String> RESERVED =
      Set.of(
          "notification_sent",
          "push",
          "stalled",
          "task_assigned",
          "task_cancelled",
          "task_done",
          "task_failed",
          "task_released",
          "task_started",
          "task_waiting");

  private static final String MESSAGES = "/v1/agents/{}/messages";

  /// So many reports are looked back for messages.
  private static final int LOOKED_BACK = 500;

  private final AgentActivityStore activities;
  private final RecordActivity recordActivity;
  private final Coordination coordination;
  private final InstantSource clock;

  AgentRoutes(
      AgentActivityStore activities,
      RecordActivity recordActivity,
      Coordination coordination,
      InstantSource clock) {
    this.activities = activities;
    this.recordActivity = recordActivity;
    this.coordination = coordination;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ, (request, none) -> list(request)),
        Route.of(
            "POST",
            ALL,
            Needs.REPORT,
            (request, none) -> Document.in(request, d -> record(request, d))),
        Route.of("GET", ONE, Needs.READ, this::listOf),
        Route.of("GET", MESSAGES, Needs.REPORT, this::messages),
        Route.of(
            "POST",
            ONE,
            Needs.REPORT,
            (request, agent) -> Document.in(request, d -> recordOf(request, agent, d))));
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request) {
    return list(request, Part.newest(clock.instant(), PageQuery.STANDARD), activities::list);
  }

  private APIGatewayV2HTTPResponse listOf(ApiRequest request, String agent) {
    return list(
        request, Part.newestEver(PageQuery.STANDARD), part -> activities.listOf(agent, part));
  }

  private static APIGatewayV2HTTPResponse list(
      ApiRequest request, Part usual, Function<Part, Slice<AgentActivity>> list) {
    return Page.newest(
        request,
        Set.of(),
        usual,
        list,
        new Shown<>(activity -> request.sees(activity.repository()), AgentActivityJson::write));
  }

  /// What an agent was told, the newest first; asking for it is a sign of life.
  private APIGatewayV2HTTPResponse messages(ApiRequest request, String agent) {
    if (!AgentProfileRoutes.isItself(request.principal(), agent)) {
      return AgentProfileRoutes.notItself(request.principal());
    }
    coordination
        .noteSignOfLife()
        .of(agent, AgentProfileRoutes.UNKNOWN_TYPE, Agent.Sign.HEARTBEAT, clock.instant());
    var told =
        activities.newestOf(agent, LOOKED_BACK).stream()
            .filter(report -> report.activityType().equals(MessageActivity.TYPE))
            .toList();
    return Page.inOrder(
        request,
        Set.of(),
        (after, limit) -> Slice.ofWhole(told, after, limit),
        new Shown<>(report -> request.sees(report.repository()), AgentActivityJson::write));
  }

  private APIGatewayV2HTTPResponse recordOf(ApiRequest request, String agent, JsonNode document) {
    if (document instanceof ObjectNode report) {
      var named = report.path("agent_name").asText(agent);
      if (!named.equals(agent)) {
        return invalid(
            List.of(
                new Fault(
                    "/agent_name", "Another agent than the path's: write one, or leave it out")));
      }
      report.put("agent_name", agent);
    }
    return record(request, document);
  }

  private APIGatewayV2HTTPResponse record(ApiRequest request, JsonNode document) {
    var id = request.header("idempotency-key").orElse(request.requestId());
    if (id.isEmpty() || id.length() > 200) {
      return Answer.problem(
          400, "Bad Idempotency-Key", "Idempotency-Key must have 1 to 200 characters");
    }
    return switch (AgentActivityReader.read(document, id, clock.instant())) {
      case Reading.Accepted<AgentActivity>(var activity)
          when !mayReport(request.principal(), activity) ->
          Answer.problem(
              403,
              "Forbidden",
              "You report as %s, in the repositories you see"
                  .formatted(request.principal().name()));
      case Reading.Accepted<AgentActivity>(var activity)
          when RESERVED.contains(activity.activityType()) ->
          invalid(
              List.of(
                  new Fault(
                      "/activity_type",
                      "%s is written by the system itself: report under another name"
                          .formatted(activity.activityType()))));
      case Reading.Accepted<AgentActivity>(var activity) -> {
        recordActivity.of(activity, clock.instant());
        note(activity);
        yield Answer.json(201, AgentActivityJson.write(activity));
      }
      case Reading.Refused<AgentActivity>(var faults) -> invalid(faults);
    };
  }

  private void note(AgentActivity activity) {
    var name = activity.agentName();
    var type = activity.agentType();
    activity
        .sign()
        .ifPresent(
            sign -> coordination.noteSignOfLife().of(name, type, sign, activity.receivedAt()));
  }

  /// An agent reports as itself.
  private static boolean mayReport(Principal principal, AgentActivity activity) {
    var isItself = activity.agentName().equals(principal.name());
    return principal.sees(activity.repository()) && (principal.role() != Role.AGENT || isItself);
  }

  private static APIGatewayV2HTTPResponse invalid(List<Fault> faults) {
    return Answer.invalid("The report is not valid; nothing was recorded", faults);
  }
}
