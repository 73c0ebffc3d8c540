package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.function.Answer;
import dev.bellwether.function.Environment;
import dev.bellwether.function.Lazy;
import dev.bellwether.function.LogLine;
import dev.bellwether.function.Priming;
import dev.bellwether.function.Wiring;
import dev.bellwether.function.api.Authentication.Verdict;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Serves the management API under `/v1`, and agents at `/mcp`, to who has a token that allows it,
/// and the dashboard and the schema of definitions to anybody.
///
/// Whoever is not let in learns nothing, not even which paths there are. What breaks on our side is
/// a 500 that tells nothing about it; the log does.
public final class ApiHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  /// What paths begin with that are not for everybody.
  private static final Set<String> CLOSED = Set.of("v1", "mcp");

  private final Authentication authentication;
  private final Router open;
  private final Lazy<Router> closed;

  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry holds on to it weakly
  private final Priming priming;

  /// As Lambda builds it.
  public ApiHandler() {
    this(Environment.system());
  }

  /// Works in an environment.
  public ApiHandler(Environment environment) {
    this(new Wiring(environment));
  }

  private ApiHandler(Wiring wiring) {
    this(wiring::adminToken, () -> Api.of(wiring), wiring.environment().clock());
  }

  /// Works on these, neither of which is asked for before it is needed.
  ApiHandler(Supplier<Optional<String>> adminToken, Supplier<Api> api, InstantSource clock) {
    this.authentication = new Authentication(adminToken, api, clock);
    var sessions = new SessionRoutes(authentication);
    this.open = new Router(open(api, sessions));
    this.closed = new Lazy<>(() -> closed(api.get(), sessions));
    this.priming = Priming.with(this::rehearse);
  }

  /// Lists what it has answers to.
  List<Route> routes() {
    return Stream.of(open, closed.get()).flatMap(router -> router.routes().stream()).toList();
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent http, Context context) {
    var request = ApiRequest.of(http, context.getAwsRequestId());
    try {
      var answer = Unchanged.unless(request, answer(request));
      line(LogLine.info("API called"), request, answer.getStatusCode()).to(context);
      return answer;
    } catch (RuntimeException broken) {
      line(LogLine.error("API broke"), request, 500).with(broken).to(context);
      return Answer.problem(
          500, "Internal error", "Something broke on our side; the log says what");
    }
  }

  private APIGatewayV2HTTPResponse answer(ApiRequest request) {
    if (!CLOSED.contains(request.segments().getFirst()) || open.takes(request)) {
      return open.answer(request);
    }
    return switch (authentication.of(request)) {
      case Verdict.In(var principal) -> closed.get().answer(request.by(principal));
      case Verdict.Out(var answer) -> answer;
    };
  }

  /// Reads what the dashboard reads, by a token that gets nobody in.
  private void rehearse() {
    var lists =
        List.of(
            List.of("v1", "workflows"),
            List.of("v1", "executions"),
            List.of("v1", "sla", "clocks"),
            List.of("v1", "incidents"));
    for (var list : lists) {
      var request = ApiRequest.get(list, Map.of("authorization", "Bearer -"));
      authentication.of(request);
      closed.get().answer(request.by(Principal.ROOT));
    }
  }

  /// What comes again under its key is neither done nor written down again.
  private static Router closed(Api api, SessionRoutes sessions) {
    var routes = Stream.concat(sessions.closed().stream(), api.routes().stream()).toList();
    var audited = new Audited(new Router(routes), api.auditTrail(), api.clock());
    return new Router(routes, List.of(new Idempotent(api.requests()), audited));
  }

  private static List<Route> open(Supplier<Api> api, SessionRoutes sessions) {
    var health =
        Route.of(
            "GET",
            "/v1/health",
            Needs.NOTHING,
            (request, none) -> Answer.json(200, Map.of("status", "ok")));
    var schema = SchemaRoute.over(() -> api.get().actionTypes());
    var description = DescriptionRoute.route();
    return Stream.of(
            new Dashboard().routes(), sessions.open(), List.of(health, schema, description))
        .flatMap(List::stream)
        .toList();
  }

  private static LogLine line(LogLine line, ApiRequest request, int status) {
    return line.with("method", request.method())
        .with("path", request.path())
        .with("status", status);
  }
}
