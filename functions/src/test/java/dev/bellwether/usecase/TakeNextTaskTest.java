package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aProfile;
import static dev.bellwether.testing.GivenAgents.aTask;
import static dev.bellwether.testing.GivenAgents.anAgent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.usecase.TakeNextTask.Asking;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeNextTaskTest {
  private static final Asking ADA = new Asking("ada", "coder", repository -> true);
  private static final Asking BLIND = new Asking("ada", "coder", repository -> false);

  private final AgentWorld world = new AgentWorld();

  @BeforeEach
  void ada() {
    world.agents.save(anAgent(aProfile("ada"), NOW));
    world.tasks.save(aTask("t-1"));
    world.tasks.save(aTask("t-2"));
  }

  @Test
  void who_lost_the_answer_is_given_what_it_holds_once_more_under_the_same_fence() {
    var first = world.takeNextTask.of(ADA, NOW).orElseThrow();
    var again = world.takeNextTask.of(ADA, NOW.plusSeconds(30)).orElseThrow();

    assertEquals(first.id(), again.id());
    assertEquals(first.fence(), again.fence());
    assertEquals(1, world.tasks.heldBy("ada").size());
  }

  @Test
  void what_it_was_given_and_does_not_see_goes_back_to_the_queue() {
    world.assignTask.of("t-1", Optional.empty(), NOW);
    var later = NOW.plus(AgentTask.COOL_DOWN);

    assertEquals(Optional.empty(), world.takeNextTask.of(BLIND, later));

    var task = world.task("t-1");
    assertEquals(AgentTask.State.QUEUED, task.state());
    assertTrue(task.note().contains("does not see"), task::note);
  }

  @Test
  void a_cancelled_task_is_among_its_holders_reports_once() {
    var held = world.takeNextTask.of(ADA, NOW).orElseThrow();

    world.steerTask.cancel(held.id(), "lead", NOW.plus(Duration.ofMinutes(1)));
    world.steerTask.cancel(held.id(), "lead", NOW.plus(Duration.ofMinutes(2)));

    var reports =
        world.activities.newestOf("ada", 9).stream()
            .filter(report -> report.activityType().equals("task_cancelled"))
            .toList();
    assertEquals(1, reports.size());
  }
}
