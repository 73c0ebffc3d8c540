package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.local.sandbox.Message;
import dev.bellwether.local.testing.SdkCalls;
import dev.bellwether.local.testing.SettableTime;
import dev.bellwether.local.testing.WholeSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A build that overruns, in virtual time, with the real functions: three levels, once each.
class EscalationTest {
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");
  private static final String SWEEP = "SlaCheckFunctionSweep";
  private static final String TITLE = "Build CI in octo-org/hello-world is late";

  private final AtomicInteger announced = new AtomicInteger();

  private SettableTime time;
  private WholeSystem whole;
  private Runnable stopListening;

  @BeforeEach
  void start() throws Exception {
    time = new SettableTime(NINE);
    stopListening = SdkCalls.listen(this::count);
    whole = WholeSystem.start(time);
    whole.await("the sweep that every start makes", () -> logged("SlaCheckFunction", "Swept") > 0);
  }

  @AfterEach
  void stop() {
    stopListening.run();
    whole.close();
  }

  @Test
  void a_build_that_overruns_is_told_of_at_three_levels_once_each() throws Exception {
    send(7001, NINE);

    sweepAfter(Duration.ofSeconds(599));
    assertTold(0, 0, 0);
    assertEquals(0, announced.get());

    sweepAfter(Duration.ofSeconds(1));
    sweepAfter(Duration.ZERO);
    assertTold(1, 0, 0);
    var warning = messages(Message.Slack.class).getLast().body().toString();
    assertTrue(warning.contains("Started by octo-dev on feature/x."), warning);
    assertTrue(warning.contains("10 min so far, 10 min promised"), warning);
    assertTrue(issues().isEmpty());

    sweepAfter(Duration.ofMinutes(5));
    sweepAfter(Duration.ZERO);
    assertTold(2, 1, 0);
    var escalation = messages(Message.Slack.class).getLast().body().toString();
    assertTrue(escalation.contains("15 min so far, 10 min promised"), escalation);
    assertMailed("leads@example.com", "[Level 2] " + TITLE);
    assertEquals(List.of(TITLE), List.copyOf(issues()));

    sweepAfter(Duration.ofMinutes(5));
    sweepAfter(Duration.ofMinutes(5));
    assertTold(2, 2, 1);
    var alert = messages(Message.Alert.class).getLast();
    assertEquals("trigger", alert.action());
    assertEquals(TITLE, alert.payload().path("summary").asText());
    assertEquals("critical", alert.payload().path("severity").asText());
    assertTrue(alert.dedupKey().startsWith("incident-"), alert.dedupKey());
    assertMailed("management@example.com", "[Level 3] " + TITLE);

    assertEquals(1, issues().size());
    assertEquals(List.of(1, 2, 3), levels());
  }

  @Test
  void who_takes_care_is_left_alone_for_half_an_hour_and_the_end_closes_all_that_was_opened()
      throws Exception {
    send(7004, NINE);
    sweepAfter(Duration.ofMinutes(10));
    var incident = whole.http().get("/v1/incidents").path("items").get(0);
    whole
        .http()
        .api(
            "POST",
            "/v1/incidents/%s/acknowledge".formatted(incident.path("key").asText()),
            "{\"by\": \"ada\"}");

    sweepAfter(Duration.ofMinutes(5));
    sweepAfter(Duration.ofMinutes(24));
    assertTold(1, 0, 0);

    sweepAfter(Duration.ofMinutes(1));
    assertTold(1, 1, 1);
    assertEquals(List.of(TITLE), List.copyOf(issues()));

    time.pass(Duration.ofMinutes(1));
    complete(7004);
    settle();
    assertTold(2, 1, 2);
    var alerts = messages(Message.Alert.class);
    assertEquals("resolve", alerts.getLast().action());
    assertEquals(alerts.getFirst().dedupKey(), alerts.getLast().dedupKey());
    var told = messages(Message.Slack.class).getLast().body().toString();
    assertTrue(told.contains("done after 41 min, 10 min promised"), told);
    assertEquals("closed", issueState());
    assertTrue(whole.http().get("/v1/incidents").path("items").isEmpty());
  }

  @Test
  void the_timer_raises_level_1_at_its_instant_and_the_sweep_finds_nothing_left() throws Exception {
    // Due before the schedule's first turn, so that nothing else can have raised it.
    send(7003, NINE.minusSeconds(400));

    timer(7003);
    assertEquals(0, announced.get());

    time.pass(Duration.ofSeconds(200));
    assertEquals("{\"batchItemFailures\":[]}", timer(7003));
    settle();
    assertTold(1, 0, 0);
    assertEquals(1, announced.get());

    timer(7003);
    sweepAfter(Duration.ZERO);
    assertTold(1, 0, 0);
    assertEquals(1, announced.get());
    assertEquals(List.of(1), levels());
  }

  @Test
  void the_scheduled_workflow_raises_level_1_of_a_build_over_600_seconds_and_only_once()
      throws Exception {
    whole.http().api("POST", "/v1/workflows", Definitions.BUILD_TIME_SLA_MONITOR);
    send(7002, NINE);

    sweepAfter(Duration.ofSeconds(601));
    sweepAfter(Duration.ofSeconds(100));

    var monitors = whole.http().get("/v1/executions?workflow=build-time-sla-monitor").path("items");
    assertEquals(1, monitors.size());
    assertEquals("succeeded", monitors.get(0).path("state").asText());
    assertEquals(List.of(1), levels());
    assertTold(1, 1, 0);
  }

  private void complete(int build) throws Exception {
    whole
        .http()
        .webhook(
            "workflow_run",
            "33333333-0000-0000-0000-00000000" + build,
            Payloads.build("completed", build, NINE, time.instant()));
  }

  private String issueState() throws Exception {
    var issues = whole.http().json("/_local/github.json").at("/repositories/0/issues");
    return issues.findValuesAsText("state").getLast();
  }

  private void send(int build, Instant startedAt) throws Exception {
    whole
        .http()
        .webhook(
            "workflow_run",
            "22222222-0000-0000-0000-00000000" + build,
            Payloads.build("requested", build, startedAt, NINE));
  }

  /// Has the timer function look after a build's first level, as the message it armed asks.
  private String timer(int build) throws Exception {
    var body =
        Map.of(
            "clock_id", "build_time|octo-org/hello-world|build#%d.1".formatted(build), "level", 1);
    var message = Map.of("messageId", "timer-" + build, "body", Json.write(body));
    return whole
        .system()
        .invoke("SlaTimerFunction", Json.write(Map.of("Records", List.of(message))));
  }

  private void sweepAfter(Duration duration) throws Exception {
    time.pass(duration);
    whole.system().fire(SWEEP);
    settle();
  }

  /// Waits until each announcement has been taken in and all it started has ended; an execution may
  /// announce a level too.
  private void settle() {
    int before;
    do {
      before = announced.get();
      whole.await("the bus", () -> logged("EscalationFunction", "violation_id") >= announced.get());
      whole.executionsAtRest();
    } while (announced.get() > before);
  }

  private void count(String operation) {
    if (operation.equals("PutEvents")) {
      announced.incrementAndGet();
    }
  }

  private long logged(String function, String message) {
    return whole.logLines().stream()
        .filter(line -> line.startsWith(function + " ") && line.contains("\"" + message + "\""))
        .count();
  }

  private void assertTold(int slack, int email, int alert) {
    assertEquals(
        List.of(slack, email, alert),
        List.of(
            messages(Message.Slack.class).size(),
            messages(Message.Email.class).size(),
            messages(Message.Alert.class).size()),
        () -> whole.outbox().toJson().toString());
  }

  private void assertMailed(String to, String subject) {
    var newest = messages(Message.Email.class).getLast();
    assertEquals(to, newest.to());
    assertEquals(subject, newest.subject());
  }

  private <T extends Message> List<T> messages(Class<T> kind) {
    return whole.outbox().messages().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// Lists the levels of the violations that are known.
  private List<Integer> levels() throws Exception {
    return whole.http().get("/v1/sla/violations").path("items").findValues("level").stream()
        .map(level -> level.asInt())
        .sorted()
        .toList();
  }

  private Collection<String> issues() {
    return whole.gitHub().issuesOf(Payloads.REPOSITORY).values();
  }
}
