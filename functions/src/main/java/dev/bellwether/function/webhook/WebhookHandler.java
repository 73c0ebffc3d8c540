package dev.bellwether.function.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.function.Answer;
import dev.bellwether.function.Environment;
import dev.bellwether.function.LogLine;
import dev.bellwether.function.Priming;
import dev.bellwether.function.Wiring;
import dev.bellwether.function.webhook.Admission.Admitted;
import dev.bellwether.function.webhook.Admission.Refused;
import dev.bellwether.usecase.ReceiveWebhook;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Takes GitHub's webhooks, and those of other sources: refuses what is not authentic without
/// touching anything, and answers 202 once what a webhook starts is stored.
///
/// What breaks on our side is a 500 that tells nothing about it; GitHub lists the delivery as
/// failed, and delivering it again does the rest.
public final class WebhookHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final Supplier<List<String>> secrets;
  private final Supplier<ReceiveWebhook> receiveWebhook;
  private final Inbound inbound;
  private final InstantSource clock;

  @SuppressWarnings({"unused", "FieldCanBeLocal"}) // the registry holds on to it weakly
  private final Priming priming;

  /// As Lambda builds it.
  public WebhookHandler() {
    this(Environment.system());
  }

  /// Works in an environment.
  public WebhookHandler(Environment environment) {
    this(new Wiring(environment));
  }

  private WebhookHandler(Wiring wiring) {
    this(
        wiring::webhookSecrets,
        wiring::receiveWebhook,
        new Inbound(wiring::inboundSecret, wiring::receiveInbound),
        wiring.environment().clock(),
        wiring::rehearseWebhooks);
  }

  /// How sources other than GitHub get in.
  ///
  /// @param secretOf finds the secret of a source
  record Inbound(Function<String, Optional<String>> secretOf, Supplier<ReceiveWebhook> receive) {}

  /// Works on these, none of which is asked for before it is needed.
  ///
  /// @param rehearsal does what `receiveWebhook` does, up to where anybody would notice
  WebhookHandler(
      Supplier<List<String>> secrets,
      Supplier<ReceiveWebhook> receiveWebhook,
      Inbound inbound,
      InstantSource clock,
      Runnable rehearsal) {
    this.secrets = secrets;
    this.receiveWebhook = receiveWebhook;
    this.inbound = inbound;
    this.clock = clock;
    this.priming =
        Priming.with(
            () -> {
              Admission.of(Admission.UNSIGNED, secrets);
              rehearsal.run();
            });
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent http, Context context) {
    try {
      var source = Optional.ofNullable(http.getPathParameters()).map(named -> named.get("source"));
      return source.isPresent()
          ? fromSource(http, source.get(), context)
          : fromGitHub(http, context);
    } catch (RuntimeException broken) {
      LogLine.error("Webhook broke").with("status", 500).with(broken).to(context);
      return Answer.problem(500, "Internal error", "The webhook was not taken; deliver it again");
    }
  }

  private APIGatewayV2HTTPResponse fromGitHub(APIGatewayV2HTTPEvent http, Context context) {
    return switch (Admission.of(http, secrets)) {
      case Admitted ping when ping.event().equals("ping") ->
          answer(200, ping, "ping", Map.of("pong", true), context);
      case Admitted admitted -> take(admitted, receiveWebhook.get(), context);
      case Refused refused -> refuse(refused, context);
    };
  }

  private APIGatewayV2HTTPResponse fromSource(
      APIGatewayV2HTTPEvent http, String source, Context context) {
    return switch (InboundAdmission.of(http, source, inbound.secretOf(), clock.instant())) {
      case Admitted admitted -> take(admitted, inbound.receive().get(), context);
      case Refused refused -> refuse(refused, context);
    };
  }

  private static APIGatewayV2HTTPResponse refuse(Refused refused, Context context) {
    var line =
        refused.isOurFault() ? LogLine.error("Webhook refused") : LogLine.info("Webhook refused");
    line.with("status", refused.status()).with("reason", refused.title()).to(context);
    return refused.answer();
  }

  private APIGatewayV2HTTPResponse take(Admitted webhook, ReceiveWebhook receive, Context context) {
    var result =
        receive.receive(
            webhook.event(), webhook.deliveryId(), webhook.request().payload(), clock.instant());
    return switch (result) {
      case ReceiveWebhook.Result.Decided decided -> {
        var outcome = decided.outcome();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("subject", decided.event().subject().toString());
        fields.put("started", texts(outcome.started()));
        fields.put("known", texts(outcome.known()));
        fields.put("decisions", outcome.decisions().size());
        yield answer(202, webhook, decided.event().name(), fields, context);
      }
      case ReceiveWebhook.Result.Unknown unknown ->
          answer(
              202,
              webhook,
              unknown.name(),
              Map.of("started", List.of(), "known", List.of(), "decisions", 0),
              context);
      case ReceiveWebhook.Result.Malformed malformed ->
          refuse(new Refused(400, "Malformed payload", malformed.because()), context);
    };
  }

  /// Answers with the same fields that are logged.
  private static APIGatewayV2HTTPResponse answer(
      int status, Admitted webhook, String event, Map<String, Object> outcome, Context context) {
    var body = new LinkedHashMap<String, Object>();
    body.put("delivery_id", webhook.deliveryId());
    body.put("event", event);
    body.putAll(outcome);
    var line = LogLine.info("Webhook taken").with("status", status);
    body.forEach(line::with);
    line.to(context);
    return Answer.json(status, body);
  }

  private static List<String> texts(List<ExecutionId> ids) {
    return ids.stream().map(ExecutionId::value).toList();
  }
}
