package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.adapter.json.AuditJson;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.AuditTrail;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Shows who did what on a day, and checks that nobody changed it since.
final class AuditRoutes {
  private static final String ALL = "/v1/audit";
  private static final String DAY = "day";
  private static final String BEFORE = "before";

  private final AuditTrail trail;
  private final InstantSource clock;

  AuditRoutes(AuditTrail trail, InstantSource clock) {
    this.trail = trail;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of(
            "GET", ALL, Needs.ADMINISTER, (request, none) -> onDay(request, d -> list(request, d))),
        Route.of(
            "GET",
            ALL + "/verify",
            Needs.ADMINISTER,
            (request, none) -> onDay(request, this::verify)));
  }

  private APIGatewayV2HTTPResponse list(ApiRequest request, LocalDate day) {
    var before = request.query().getOrDefault(BEFORE, String.valueOf(Integer.MAX_VALUE));
    if (!before.matches("[1-9]\\d{0,9}")) {
      return Page.refused("before must be the number of an entry");
    }
    return Page.of(
        request,
        Set.of(DAY, BEFORE),
        limit ->
            trail.before(day, Long.parseLong(before), limit).stream()
                .map(AuditJson::show)
                .toList());
  }

  private APIGatewayV2HTTPResponse verify(LocalDate day) {
    return Answer.json(200, AuditJson.write(day, trail.verify(day)));
  }

  private APIGatewayV2HTTPResponse onDay(
      ApiRequest request, Function<LocalDate, APIGatewayV2HTTPResponse> answer) {
    return day(request)
        .map(answer)
        .orElseGet(() -> Page.refused("day must be a date such as 2026-11-25"));
  }

  private Optional<LocalDate> day(ApiRequest request) {
    var named = request.query().get(DAY);
    try {
      return Optional.of(
          named == null
              ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
              : LocalDate.parse(named));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
