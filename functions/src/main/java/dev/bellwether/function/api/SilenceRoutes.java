package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.SilenceJson;
import dev.bellwether.domain.escalation.Silence;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.EndSilence;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.SilenceStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/// Begins and ends silences, and lists those that are not over.
///
/// The same `Idempotency-Key` is the same silence.
final class SilenceRoutes {
  private static final String ALL = "/v1/silences";

  private final SilenceStore silences;
  private final EndSilence endSilence;
  private final InstantSource clock;

  SilenceRoutes(SilenceStore silences, IncidentStore incidents, InstantSource clock) {
    this.silences = silences;
    this.endSilence = new EndSilence(silences, incidents);
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.READ_ALL, (request, none) -> list()),
        Route.of("GET", ALL + "/{}", Needs.READ_ALL, (request, id) -> show(id)),
        Route.of(
            "POST",
            ALL,
            Needs.STEER_ALL,
            (request, none) -> Document.in(request, d -> begin(request, d))),
        Route.of("DELETE", ALL + "/{}", Needs.STEER_ALL, (request, id) -> end(id)));
  }

  private APIGatewayV2HTTPResponse list() {
    return Page.of(silences.all(clock.instant()).stream().map(SilenceJson::write).toList());
  }

  private APIGatewayV2HTTPResponse show(String id) {
    return silences.all(clock.instant()).stream()
        .filter(silence -> silence.id().equals(id))
        .findFirst()
        .map(silence -> Answer.json(200, SilenceJson.write(silence)))
        .orElseGet(() -> Router.notFound("No silence has this id"));
  }

  private APIGatewayV2HTTPResponse begin(ApiRequest request, JsonNode document) {
    var key = request.key();
    var id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    return switch (SilenceJson.read(document, id, request.principal(), clock.instant())) {
      case Reading.Accepted<Silence>(var silence) -> {
        silences.save(silence);
        yield Answer.json(201, SilenceJson.write(silence));
      }
      case Reading.Refused<Silence>(var faults) ->
          Answer.invalid("The silence is not valid; nothing was saved", faults);
    };
  }

  private APIGatewayV2HTTPResponse end(String id) {
    return endSilence
        .of(id, clock.instant())
        .map(ended -> Answer.nothing())
        .orElseGet(() -> Router.notFound("No silence has this id"));
  }
}
