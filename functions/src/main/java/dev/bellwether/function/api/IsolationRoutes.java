package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.adapter.json.AgentReportJson;
import dev.bellwether.adapter.json.IsolationJson;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.agent.AgentReport;
import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.domain.isolation.PushActivity;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.Slice;
import java.util.List;
import java.util.Set;

/// Shows how well agents keep to their own branches and files, and which branches conflict.
final class IsolationRoutes {
  /// So many reports are looked back.
  private static final int LOOKED_BACK = 1000;

  private static final String REPOSITORY = "repository";

  private final Coordination coordination;
  private final AgentActivityStore activities;

  IsolationRoutes(Coordination coordination, AgentActivityStore activities) {
    this.coordination = coordination;
    this.activities = activities;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/v1/agents/{}/isolation", Needs.READ, this::isolation),
        Route.of("GET", "/v1/agents/{}/report", Needs.READ, this::report),
        Route.of("GET", "/v1/conflicts", Needs.READ, (request, none) -> conflicts(request)));
  }

  private APIGatewayV2HTTPResponse report(ApiRequest request, String agent) {
    var seen = seen(request, agent);
    var compliance = PushActivity.compliance(seen);
    var report = AgentReport.of(seen);
    return Answer.json(200, AgentReportJson.write(agent, report, compliance));
  }

  private List<AgentActivity> seen(ApiRequest request, String agent) {
    return activities.newestOf(agent, LOOKED_BACK).stream()
        .filter(report -> request.sees(report.repository()))
        .toList();
  }

  private APIGatewayV2HTTPResponse isolation(ApiRequest request, String agent) {
    var compliance = PushActivity.compliance(seen(request, agent));
    return Answer.json(
        200,
        Json.object()
            .put("agent_name", agent)
            .put("pushes", compliance.pushes())
            .put("clean", compliance.clean())
            .put("share", compliance.share()));
  }

  private APIGatewayV2HTTPResponse conflicts(ApiRequest request) {
    var repository = request.query().get(REPOSITORY);
    if (repository == null || repository.isBlank()) {
      return Page.refused("Say which repository: ?repository=owner/name");
    }
    var seen =
        request.sees(repository) ? coordination.conflicts().of(repository) : List.<Conflict>of();
    return Page.inOrder(
        request,
        Set.of(REPOSITORY),
        (after, limit) -> Slice.ofWhole(seen, after, limit),
        new Shown<>(conflict -> true, IsolationJson::write));
  }
}
