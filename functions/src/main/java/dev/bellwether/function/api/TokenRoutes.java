package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.TokenJson;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.ManageTokens;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Makes, lists and revokes tokens. What a token reads is in the answer to its making and nowhere
/// else.
final class TokenRoutes {
  private static final String ALL = "/v1/tokens";
  private static final String ONE = ALL + "/{}";

  private final ManageTokens tokens;
  private final InstantSource clock;

  TokenRoutes(ManageTokens tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", ALL, Needs.ADMINISTER, (request, none) -> list()),
        Route.of(
            "POST",
            ALL,
            Needs.ADMINISTER,
            (request, none) -> Document.in(request, document -> create(request, document))),
        Route.of("GET", ONE, Needs.ADMINISTER, (request, id) -> show(id)),
        Route.of("DELETE", ONE, Needs.ADMINISTER, (request, id) -> revoke(id)));
  }

  private APIGatewayV2HTTPResponse list() {
    return Page.of(tokens.all().stream().map(TokenJson::write).toList());
  }

  private APIGatewayV2HTTPResponse show(String id) {
    return tokens
        .find(id)
        .map(token -> Answer.json(200, TokenJson.write(token)))
        .orElseGet(TokenRoutes::missing);
  }

  private APIGatewayV2HTTPResponse create(ApiRequest request, JsonNode document) {
    return switch (TokenJson.asked(document)) {
      case Reading.Refused<TokenJson.Asked>(var faults) ->
          Answer.invalid("No token was made", faults);
      case Reading.Accepted<TokenJson.Asked>(var asked) -> {
        var wish =
            new ManageTokens.Wish(
                asked.name(), asked.role(), asked.repositories(), asked.lifetime());
        var created = tokens.create(wish, request.principal(), clock.instant());
        yield Answer.json(
            201,
            TokenJson.write(created.token()).put("token", created.text().text()),
            Map.of("Location", ALL + "/" + created.token().id()));
      }
    };
  }

  private APIGatewayV2HTTPResponse revoke(String id) {
    return tokens.revoke(id).map(token -> Answer.nothing()).orElseGet(TokenRoutes::missing);
  }

  private static APIGatewayV2HTTPResponse missing() {
    return Router.notFound("No token has this id");
  }
}
