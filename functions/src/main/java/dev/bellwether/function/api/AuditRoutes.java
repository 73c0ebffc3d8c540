package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.adapter.json.AuditJson;
import dev.bellwether.domain.audit.AuditEntry;
import dev.bellwether.function.Answer;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.AuditTrail;
import dev.bellwether.usecase.port.Slice;
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
    return Page.inOrder(
        request,
        Set.of(DAY),
        (after, limit) ->
            Slice.numbered(
                before -> trail.before(day, before, limit), AuditEntry::number, after, limit),
        new Shown<>(entry -> true, AuditJson::show));
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
