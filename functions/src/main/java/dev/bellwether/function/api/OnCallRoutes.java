package dev.bellwether.function.api;

import dev.bellwether.function.Answer;
import dev.bellwether.usecase.port.OnCall;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Tells who is on call now.
final class OnCallRoutes {
  private final OnCall onCall;
  private final InstantSource clock;

  OnCallRoutes(OnCall onCall, InstantSource clock) {
    this.onCall = onCall;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of(
            "GET",
            "/v1/on-call/now",
            Needs.READ,
            (request, none) -> Answer.json(200, Map.of("on_call", onCall.at(clock.instant())))));
  }
}
