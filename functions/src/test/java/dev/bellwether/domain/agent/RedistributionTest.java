package dev.bellwether.domain.agent;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aProfile;
import static dev.bellwether.testing.GivenAgents.aTask;
import static dev.bellwether.testing.GivenAgents.anAgent;
import static dev.bellwether.testing.GivenAgents.made;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.agent.AgentTask.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedistributionTest {
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));
  private static final Agent ADA = anAgent(aProfile("ada", 2), NOW);

  @Test
  void all_is_taken_from_who_has_stalled_but_what_may_not_be_moved() {
    var taken = made(held("t-1").progressed("ada", 1, State.WORKING, "", NOW));
    var fresh = made(aTask("t-2").assignedTo("ada", LATER));
    var done = made(held("t-3").ended("ada", 1, State.DONE, "", Map.of(), NOW));

    var result = Redistribution.of(ADA, AgentState.STALLED, List.of(taken, fresh, done), LATER);

    assertEquals(List.of("t-1"), ids(result));
    assertEquals(List.of(fresh), result.kept().stream().map(k -> k.task()).toList());
  }

  @Test
  void who_holds_too_many_keeps_what_it_has_taken_up_and_the_oldest_of_the_others() {
    var working = made(held("t-0").progressed("ada", 1, State.WORKING, "", NOW));
    var old = held("t-1");
    var late = made(aTask("t-2").assignedTo("ada", NOW.plusSeconds(9)));

    var result = Redistribution.of(ADA, AgentState.WORKING, List.of(working, old, late), LATER);

    assertEquals(List.of("t-2"), ids(result));
  }

  @Test
  void who_has_room_keeps_all() {
    var result = Redistribution.of(ADA, AgentState.IDLE, List.of(held("t-1")), LATER);

    assertEquals(List.of(), ids(result));
  }

  private static List<String> ids(Redistribution result) {
    return result.taken().stream().map(AgentTask::id).toList();
  }

  private static AgentTask held(String id) {
    return made(aTask(id).assignedTo("ada", NOW));
  }
}
