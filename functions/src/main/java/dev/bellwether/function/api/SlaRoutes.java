package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.json.ClockJson;
import dev.bellwether.adapter.json.ViolationJson;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.function.api.Page.Shown;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import dev.bellwether.usecase.port.ViolationStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Shows SLA clocks of open subjects, the newest violations, and how many there were on which day.
final class SlaRoutes {
  private static final String KIND = "kind";
  private static final List<SubjectKind> KINDS =
      Arrays.stream(Metric.values()).map(Metric::kind).distinct().toList();

  /// What comes due first; then what does not, the oldest first.
  private static final Comparator<Clock> MOST_PRESSING =
      Comparator.<Clock, Instant>comparing(clock -> clock.dueAt().orElse(Instant.MAX))
          .thenComparing(clock -> clock.startedAt().orElse(Instant.MAX))
          .thenComparing(clock -> clock.id().text());

  private final ClockReader clocks;
  private final ViolationStore violations;
  private final InstantSource clock;

  SlaRoutes(ClockReader clocks, ViolationStore violations, InstantSource clock) {
    this.clocks = clocks;
    this.violations = violations;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/v1/sla/clocks", Needs.READ, (request, none) -> listClocks(request)),
        Route.of(
            "GET", "/v1/sla/violations", Needs.READ, (request, none) -> listViolations(request)),
        Route.of(
            "GET", "/v1/sla/violations/trend", Needs.READ_ALL, (request, none) -> trend(request)));
  }

  private APIGatewayV2HTTPResponse listClocks(ApiRequest request) {
    var named = request.query().get(KIND);
    var kinds = KINDS.stream().filter(k -> named == null || k.wireName().equals(named)).toList();
    if (kinds.isEmpty()) {
      return Page.refused(
          "kind must be one of " + KINDS.stream().map(SubjectKind::wireName).toList());
    }
    return switch (SubjectFilter.of(request)) {
      case SubjectFilter.Wrong(var detail) -> Page.refused(detail);
      case SubjectFilter.Asked(var repository, var subject) ->
          Page.inOrder(
              request,
              Set.of(KIND, SubjectFilter.REPOSITORY, SubjectFilter.SUBJECT),
              (after, limit) -> pressing(clocks.open(kinds, after, limit)),
              new Shown<>(
                  sla -> isWanted(request, repository, subject, sla.id().subject()), this::json));
    };
  }

  private static Slice<Clock> pressing(Slice<Clock> slice) {
    return new Slice<>(slice.items().stream().sorted(MOST_PRESSING).toList(), slice.next());
  }

  private APIGatewayV2HTTPResponse listViolations(ApiRequest request) {
    return switch (SubjectFilter.of(request)) {
      case SubjectFilter.Wrong(var detail) -> Page.refused(detail);
      case SubjectFilter.Asked(var repository, var subject) ->
          Page.newest(
              request,
              SubjectFilter.PARAMETERS,
              Part.newest(clock.instant(), PageQuery.STANDARD),
              violations::list,
              new Shown<>(
                  v -> isWanted(request, repository, subject, v.clock().subject()),
                  ViolationJson::write));
    };
  }

  private static boolean isWanted(
      ApiRequest request, Optional<String> repository, Optional<Subject> asked, Subject subject) {
    return request.sees(subject.repository())
        && repository.filter(name -> !name.equals(subject.repository())).isEmpty()
        && asked.filter(one -> !one.equals(subject)).isEmpty();
  }

  private APIGatewayV2HTTPResponse trend(ApiRequest request) {
    var days = request.query().getOrDefault("days", "7");
    if (!days.matches("[1-9]|[12]\\d|3[01]")
        || !Set.of("days").containsAll(request.query().keySet())) {
      return Page.refused("days must be a whole number from 1 to 31, and is the only parameter");
    }
    return Page.of(
        violations.counts(clock.instant(), Integer.parseInt(days)).stream()
            .map(ViolationJson::write)
            .toList());
  }

  /// Leaves out what is the store's business; adds how long it has lasted and, while it runs, the
  /// instant at which the promise breaks or broke.
  private ObjectNode json(Clock sla) {
    var now = clock.instant();
    var elapsed = sla.elapsedAt(now);
    var json = ClockJson.write(sla).remove(List.of("armed", "marks", "facts_at", "revision"));
    json.put("elapsed_seconds", elapsed.toMillis() / 1000.0);
    if (sla.state() == Clock.State.RUNNING) {
      json.put("breach_at", now.plus(sla.threshold()).minus(elapsed).toString());
    }
    return json;
  }
}
