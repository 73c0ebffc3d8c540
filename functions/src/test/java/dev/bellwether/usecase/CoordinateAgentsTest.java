package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aBrief;
import static dev.bellwether.testing.GivenAgents.aProfile;
import static dev.bellwether.testing.GivenAgents.anAgent;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.domain.sla.Clock;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.AgentDesk.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoordinateAgentsTest {
  private final AgentWorld world = new AgentWorld();
  private final CoordinateAgents desk =
      new CoordinateAgents(
          world.steerTask,
          world.assignTask,
          world.redistributeTasks,
          world.agents,
          world.recordActivity);

  @Test
  void a_task_goes_to_an_agent_whose_answer_is_waited_for_and_again_changes_nothing() {
    world.agents.save(anAgent(aProfile("ada"), NOW));

    var first = desk.give("t-1", aBrief("Cache"), NOW);
    var again = desk.give("t-1", aBrief("Cache"), NOW.plusSeconds(9));

    assertEquals(Optional.of("ada"), first.agent());
    assertEquals(Optional.of("ada"), again.agent());
    assertEquals(1, world.task("t-1").fence());
    assertEquals(Clock.State.RUNNING, response("ada/t-1").state());
  }

  @Test
  void without_an_agent_it_waits_in_the_queue_and_says_why() {
    var given = desk.give("t-1", aBrief("Cache"), NOW);

    assertEquals(Optional.empty(), given.agent());
    assertEquals("There is no agent", given.because());
    assertEquals(State.QUEUED, world.task("t-1").state());
  }

  @Test
  void a_message_is_found_once_and_waits_for_an_answer() {
    var message = new Message("e-1/step-1", "ada", "octo/hello", 42, "Look here");

    desk.tell(message, NOW);
    desk.tell(message, NOW.plusSeconds(9));

    var found = world.activities.newestOf("ada", 9);
    assertEquals(1, found.size());
    assertEquals("untrusted", found.getFirst().activityData().get("trust"));
    assertEquals(Clock.State.RUNNING, response("ada/message/e-1/step-1").state());
  }

  @Test
  void nothing_is_moved_off_who_works() {
    world.agents.save(anAgent(aProfile("ada"), NOW));
    desk.give("t-1", aBrief("Cache"), NOW);

    assertEquals(List.of(), desk.redistribute(Optional.empty(), NOW.plusSeconds(900)));
    assertEquals(List.of(), desk.redistribute(Optional.of("eve"), NOW));
    var moved = desk.redistribute(Optional.of("ada"), NOW.plusSeconds(1800));
    assertEquals(List.of("t-1: ada to the queue"), moved);
  }

  private Clock response(String key) {
    var subject = new Subject(SubjectKind.AGENT, "octo/hello", key);
    return world.clocks.find(new ClockId(Metric.AGENT_RESPONSE, subject)).orElseThrow();
  }
}
