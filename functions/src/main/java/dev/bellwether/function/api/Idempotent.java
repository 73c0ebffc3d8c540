package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Router.Around;
import dev.bellwether.usecase.Sha256;
import dev.bellwether.usecase.port.RequestStore;
import dev.bellwether.usecase.port.RequestStore.Answered;
import dev.bellwether.usecase.port.RequestStore.Begun;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/// Answers a request that comes again under its `Idempotency-Key`, within a day, as it was answered
/// first, and does nothing. Another request under the same key is refused.
///
/// What failed on our side is not remembered and may be tried again; what shows a secret is not
/// remembered either, and says so.
final class Idempotent implements Around {
  private static final String HEADER = "idempotency-key";
  private static final int LONGEST = 200;

  private final RequestStore requests;

  Idempotent(RequestStore requests) {
    this.requests = requests;
  }

  @Override
  public APIGatewayV2HTTPResponse answer(
      Route route, ApiRequest request, Supplier<APIGatewayV2HTTPResponse> endpoint) {
    var key = request.header(HEADER);
    if (!request.method().equals("POST") || key.isEmpty()) {
      return endpoint.get();
    }
    if (key.get().isEmpty() || key.get().length() > LONGEST) {
      return Answer.problem(
          400,
          "Bad Idempotency-Key",
          "Idempotency-Key must have 1 to %d characters".formatted(LONGEST));
    }
    var fingerprint = fingerprint(request);
    return switch (requests.begin(request.principal().id(), key.get())) {
      case Begun.First first -> first(route, request, key.get(), fingerprint, endpoint);
      case Begun.Before(var before) -> again(before, fingerprint);
      case Begun.UnderWay underWay ->
          Answer.problem(409, "Under way", "This is being done: ask again in a moment");
    };
  }

  private static APIGatewayV2HTTPResponse again(Answered before, String fingerprint) {
    if (!before.fingerprint().equals(fingerprint)) {
      return Answer.problem(
          422,
          "Idempotency-Key taken",
          "Another request was sent under this Idempotency-Key: choose a new one");
    }
    if (before.body() == null && before.status() != 204) {
      return Answer.problem(
          409, "Done already", "This was done, and what it showed is not shown again");
    }
    var headers = new TreeMap<>(before.headers());
    headers.put("Idempotency-Replayed", "true");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(before.status())
        .withHeaders(headers)
        .withBody(before.body())
        .build();
  }

  private APIGatewayV2HTTPResponse first(
      Route route,
      ApiRequest request,
      String key,
      String fingerprint,
      Supplier<APIGatewayV2HTTPResponse> endpoint) {
    var who = request.principal().id();
    var answer = answer(who, key, endpoint);
    if (answer.getStatusCode() >= 500) {
      requests.forget(who, key);
      return answer;
    }
    var isSecret = route.needs() == Needs.ADMINISTER && answer.getStatusCode() < 300;
    var body = isSecret ? null : answer.getBody();
    var headers = Optional.ofNullable(answer.getHeaders()).orElseGet(TreeMap::new);
    requests.keep(who, key, new Answered(fingerprint, answer.getStatusCode(), headers, body));
    return answer;
  }

  private APIGatewayV2HTTPResponse answer(
      String who, String key, Supplier<APIGatewayV2HTTPResponse> endpoint) {
    try {
      return endpoint.get();
    } catch (RuntimeException broken) {
      requests.forget(who, key);
      throw broken;
    }
  }

  private static String fingerprint(ApiRequest request) {
    var asked = request.path() + "?" + new TreeMap<>(request.query());
    var body = HexFormat.of().formatHex(Sha256.of(request.body().orElse(new byte[0])));
    return Sha256.hex(asked + "\n" + body);
  }
}
