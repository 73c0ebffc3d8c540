package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aProfile;
import static dev.bellwether.testing.GivenAgents.anAgent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.domain.agent.Patience;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.AgentStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of agents does.
public interface AgentStoreContract {
  /// A store with nothing in it.
  AgentStore agents();

  @Test
  default void an_agent_is_found_as_it_was_saved() {
    var profile =
        new AgentProfile(
            "ada",
            "coder",
            List.of("java"),
            3,
            List.of("src/**"),
            "feat/ada/*",
            List.of("ada-bot"));
    var agent =
        anAgent(profile, NOW)
            .givenTask(NOW.plusMillis(1), Patience.STANDARD)
            .finished(State.DONE)
            .finished(State.FAILED);

    assertTrue(agents().save(agent));
    assertTrue(agents().save(Agent.of(aProfile("bob"), NOW)));

    assertEquals(Optional.of(agent.withRevision(1)), agents().find("ada"));
    assertEquals(Optional.of(Agent.of(aProfile("bob"), NOW).withRevision(1)), agents().find("bob"));
    assertEquals(Optional.empty(), agents().find("eve"));
  }

  @Test
  default void a_change_of_what_has_changed_meanwhile_is_not_stored() {
    var agent = Agent.of(aProfile("ada"), NOW);
    agents().save(agent);

    assertFalse(agents().save(agent.finished(State.DONE)));
    assertTrue(agents().save(agent.withRevision(1).finished(State.DONE)));
    assertEquals(List.of(1), agents().all().stream().map(Agent::done).toList());
  }

  @Test
  default void those_are_due_whose_silence_tells_something_the_most_overdue_first() {
    agents().save(anAgent(aProfile("ada"), NOW.plusSeconds(2)));
    agents().save(anAgent(aProfile("bob"), NOW.plusSeconds(1)));
    agents().save(anAgent(aProfile("eve"), NOW.plusSeconds(3)));
    agents().save(Agent.of(aProfile("kim"), NOW));
    var until = NOW.plusSeconds(2).plus(Patience.STANDARD.idleAfter());

    assertEquals(List.of("bob", "ada"), names(agents().due(until, 9)));
    assertEquals(List.of("bob"), names(agents().due(until, 1)));
  }

  @Test
  default void all_are_listed_by_name() {
    for (int i = 0; i < 9; i++) {
      agents().save(Agent.of(aProfile("agent-" + (8 - i)), NOW));
    }

    assertEquals(9, agents().all().size());
    assertEquals("agent-0", agents().all().getFirst().name());
    assertEquals("agent-8", agents().all().getLast().name());
  }

  @Test
  @Tag("race")
  default void of_many_that_change_one_at_once_one_does() {
    agents().save(Agent.of(aProfile("ada"), NOW));
    var read = agents().find("ada").orElseThrow();

    var won = Race.of(i -> agents().save(read.finished(State.DONE)));

    assertEquals(1, won.stream().filter(saved -> saved).count());
  }

  private static List<String> names(List<Agent> agents) {
    return agents.stream().map(Agent::name).toList();
  }
}
