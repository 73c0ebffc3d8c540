package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aProfile;
import static dev.bellwether.testing.GivenAgents.aTask;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.Agent.Sign;
import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.usecase.ReportOnTask.Holder;
import dev.bellwether.usecase.ReportOnTask.Report;
import dev.bellwether.usecase.TakeNextTask.Asking;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckAgentsTest {
  private static final Duration IDLE = Duration.ofMinutes(10);
  private static final Duration STALLED = Duration.ofMinutes(30);

  private final AgentWorld world = new AgentWorld();

  @Test
  void an_idle_agent_is_told_of_once_until_it_does_something_again() {
    sign("ada", Sign.ACTIVITY, Duration.ZERO);
    sign("ada", Sign.HEARTBEAT, IDLE);

    assertEquals(List.of("ada"), check(IDLE).idle());
    assertEquals(List.of(), check(IDLE.plusMinutes(1)).idle());
    sign("ada", Sign.ACTIVITY, IDLE.plusMinutes(2));
    sign("ada", Sign.HEARTBEAT, IDLE.plusMinutes(12));
    assertEquals(List.of("ada"), check(IDLE.plusMinutes(12)).idle());

    assertEquals(List.of("agent_idle", "agent_idle"), told());
  }

  @Test
  void a_stalled_agent_is_told_of_once_and_its_task_goes_to_another() {
    world.tasks.save(aTask("t-1"));
    take("ada", Duration.ZERO);
    sign("bob", Sign.HEARTBEAT, STALLED);

    assertEquals(List.of(), check(STALLED.minusMillis(1)).stalled());
    var found = check(STALLED);

    assertEquals(List.of("ada"), found.stalled());
    assertEquals(Optional.of("bob"), found.moved().getFirst().to());
    assertEquals(2, world.task("t-1").fence());
    assertEquals(List.of(), check(STALLED.plusMinutes(1)).stalled());
    assertEquals(List.of("agent_error"), told());
  }

  @Test
  void who_waits_for_somebody_else_may_be_silent_for_a_day() {
    world.tasks.save(aTask("t-1"));
    take("ada", Duration.ZERO);
    var waits = new Report(State.WAITING, "for a review", Map.of());
    world.reportOnTask.of("t-1", new Holder("ada", 1), waits, NOW);

    for (long minutes = 1; minutes < Duration.ofDays(1).toMinutes(); minutes++) {
      assertEquals(List.of(), check(Duration.ofMinutes(minutes)).stalled());
    }
    assertEquals(List.of("ada"), check(Duration.ofDays(1)).stalled());
  }

  @Test
  void a_task_given_to_who_then_says_nothing_is_found_too() {
    world.agents.save(Agent.of(aProfile("ada"), NOW));
    world.tasks.save(aTask("t-1"));
    sign("ada", Sign.HEARTBEAT, Duration.ZERO);
    world.assignTask.of("t-1", Optional.empty(), NOW.plus(Duration.ofMinutes(29)));

    assertEquals(List.of(), check(STALLED).stalled());
    assertEquals(List.of("ada"), check(Duration.ofMinutes(59)).stalled());
  }

  @Test
  void a_sweep_that_died_before_it_noted_what_it_told_tells_nothing_twice() {
    sign("ada", Sign.ACTIVITY, Duration.ZERO);
    sign("ada", Sign.HEARTBEAT, IDLE);
    var before = world.agents.find("ada").orElseThrow();
    check(IDLE);
    var after = world.agents.find("ada").orElseThrow();
    world.agents.save(before.withRevision(after.revision()));

    check(IDLE.plusMinutes(1));

    assertEquals(List.of("agent_idle"), told());
  }

  private void sign(String agent, Sign sign, Duration at) {
    world.noteSignOfLife.of(agent, "coder", sign, NOW.plus(at));
  }

  private void take(String agent, Duration at) {
    var asking = new Asking(agent, "coder", any -> true);
    assertTrue(world.takeNextTask.of(asking, NOW.plus(at)).isPresent());
  }

  private CheckAgents.Result check(Duration at) {
    return world.checkAgents.at(NOW.plus(at));
  }

  private List<String> told() {
    return world.activities.newest(NOW, 99).stream()
        .map(AgentActivity::event)
        .flatMap(Optional::stream)
        .map(event -> event.name())
        .toList();
  }
}
