package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.PolicyReader;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Parameter;
import dev.bellwether.function.Steering;
import dev.bellwether.function.api.SimulationRoutes.Simulating;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryAgentActivityStore;
import dev.bellwether.testing.InMemoryAuditStore;
import dev.bellwether.testing.InMemoryClockStore;
import dev.bellwether.testing.InMemoryDeliveryStore;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.InMemoryIncidentStore;
import dev.bellwether.testing.InMemoryRequestStore;
import dev.bellwether.testing.InMemorySettingsStore;
import dev.bellwether.testing.InMemorySilenceStore;
import dev.bellwether.testing.InMemoryTokenStore;
import dev.bellwether.testing.InMemoryViolationStore;
import dev.bellwether.testing.InMemoryWorkflowStore;
import dev.bellwether.testing.RecordingContext;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.AnswerApproval;
import dev.bellwether.usecase.AuditTrail;
import dev.bellwether.usecase.CancelExecution;
import dev.bellwether.usecase.ExplainDelivery;
import dev.bellwether.usecase.ManageTokens;
import dev.bellwether.usecase.ObserveClocks;
import dev.bellwether.usecase.OpenSubjects;
import dev.bellwether.usecase.RecordActivity;
import dev.bellwether.usecase.RecordShadows;
import dev.bellwether.usecase.ReplayDelivery;
import dev.bellwether.usecase.ReplayExecution;
import dev.bellwether.usecase.RunWorkflow;
import dev.bellwether.usecase.Simulate;
import dev.bellwether.usecase.SimulatePast;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.SteerIncident;
import dev.bellwether.usecase.port.IdentityTokens;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody with the admin token, before an API over stores in memory.
final class ApiClient {
  static final String TOKEN = "the-admin-token";

  final SettableTime clock = new SettableTime(Given.NOW);
  final InMemoryWorkflowStore workflows = new InMemoryWorkflowStore(clock);
  final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  final InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore(executions);
  final InMemoryClockStore clocks = new InMemoryClockStore();
  final InMemoryViolationStore violations = new InMemoryViolationStore();
  final InMemoryIncidentStore incidents = new InMemoryIncidentStore();
  final InMemorySilenceStore silences = new InMemorySilenceStore();
  final InMemorySettingsStore settings = new InMemorySettingsStore();
  final InMemoryAgentActivityStore activities = new InMemoryAgentActivityStore();
  final Coordinated coordinated = new Coordinated();
  final QueuesByHand queues = new QueuesByHand();
  final InMemoryRequestStore requests = new InMemoryRequestStore();
  final InMemoryAuditStore audit = new InMemoryAuditStore();
  final InMemoryTokenStore tokenStore = new InMemoryTokenStore();
  final ManageTokens tokens = new ManageTokens(tokenStore, new Random(20261125));
  Optional<IdentityTokens> identities = Optional.empty();
  final RecordingExecutionQueue queue = new RecordingExecutionQueue();
  final RecordingContext context = new RecordingContext();

  private final ApiHandler handler = new ApiHandler(() -> Optional.of(TOKEN), this::api, clock);

  /// The API over these stores.
  Api api() {
    var signature =
        new ActionSignature(
                "assign_reviewer",
                "Asks for a review.",
                Repeat.SAFE,
                List.of(
                    Parameter.required("reviewer", Parameter.Type.TEXT, "a login"),
                    Parameter.optional("mode", Parameter.Type.TEXT, "how").oneOf("one", "all")))
            .needingEitherOf("reviewer", "mode");
    var status =
        new ActionSignature(
            "update_status",
            "Shows a status.",
            Repeat.SAFE,
            List.of(Parameter.required("status", Parameter.Type.TEXT, "what to show")));
    var types = List.of(signature, status);
    var start = new StartWorkflows(workflows, executions, executions, queue);
    var record =
        new RecordActivity(
            activities,
            new ObserveClocks(
                clocks, new RecordingTimerQueue(), now -> Policies.STANDARD, ended -> {}),
            start,
            new RecordShadows(deliveries));
    return new Api(
        workflows,
        workflows,
        types,
        executions,
        deliveries,
        clocks,
        violations,
        incidents,
        new SteerIncident(incidents, executions, queue),
        silences,
        settings,
        new PolicyReader((country, part) -> Optional.empty()),
        now -> List.of("ada"),
        activities,
        record,
        coordinated.over(record, clock),
        new RunWorkflow(workflows, new OpenSubjects(clocks, clocks), start),
        new Steering(
            new CancelExecution(executions, executions, queue),
            new ReplayExecution(executions, executions, queue),
            new AnswerApproval(executions, executions, queue),
            new ReplayDelivery(deliveries, start)),
        new Simulating(
            new Simulate(new GitHubEvents(), deliveries, types),
            new SimulatePast(deliveries, types),
            new ExplainDelivery(deliveries, workflows, types)),
        tokens,
        identities,
        requests,
        queues,
        new AuditTrail(audit),
        clock);
  }

  APIGatewayV2HTTPResponse get(String path) {
    return send("GET", path, null);
  }

  /// Sends a request with the token and, as JSON, a body.
  ///
  /// @param headers names and values by turns
  APIGatewayV2HTTPResponse send(
      String method, String path, @Nullable String body, String... headers) {
    var all = new HashMap<String, String>();
    all.put("authorization", "Bearer " + TOKEN);
    all.put("content-type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return handler.handleRequest(request(method, path, all, body), context);
  }

  /// Sends a request that says nothing of who sends it.
  APIGatewayV2HTTPResponse bare(String method, String path) {
    return handler.handleRequest(
        request(method, path, Map.of("content-type", "application/json"), null), context);
  }

  /// Lists what the handler has routes for.
  List<Route> routes() {
    return handler.routes();
  }

  /// Sends a request with a token of one's own.
  APIGatewayV2HTTPResponse as(
      String token, String method, String path, @Nullable String body, String... headers) {
    var all = Stream.concat(Stream.of("authorization", "Bearer " + token), Stream.of(headers));
    return send(method, path, body, all.toArray(String[]::new));
  }

  /// Sends a request as it is.
  APIGatewayV2HTTPResponse send(APIGatewayV2HTTPEvent event) {
    return handler.handleRequest(event, context);
  }

  /// Makes an event as HTTP API does.
  static APIGatewayV2HTTPEvent request(
      String method, String path, Map<String, String> headers, @Nullable String body) {
    var http = APIGatewayV2HTTPEvent.RequestContext.Http.builder().withMethod(method).build();
    var question = path.indexOf('?');
    var builder =
        APIGatewayV2HTTPEvent.builder()
            .withRawPath(question < 0 ? path : path.substring(0, question))
            .withHeaders(headers)
            .withBody(body)
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder().withHttp(http).build());
    if (question >= 0) {
      builder.withQueryStringParameters(
          Stream.of(path.substring(question + 1).split("&", -1))
              .map(pair -> pair.split("=", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> decoded(pair[1]))));
    }
    return builder.build();
  }

  /// As API Gateway does.
  private static String decoded(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }

  static JsonNode json(APIGatewayV2HTTPResponse answer) {
    return Json.read(answer.getBody());
  }

  static JsonNode items(APIGatewayV2HTTPResponse answer) {
    return json(answer).required("items");
  }
}
