package dev.bellwether.domain.agent;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aProfile;
import static dev.bellwether.testing.GivenAgents.anAgent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.agent.Agent.Sign;
import dev.bellwether.testing.ForAll;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentStateTest {
  private static final Patience PATIENCE = Patience.STANDARD;

  @ParameterizedTest
  @CsvSource({
    // minutes since the last activity and the last sign, tasks, waiting, capacity
    "9, 9, 0, 0, 1, WORKING",
    "10, 1, 0, 0, 1, IDLE",
    "10, 1, 1, 0, 1, WORKING",
    "10, 1, 1, 0, 2, IDLE",
    "10, 1, 0, 0, 0, WORKING",
    "29, 29, 1, 0, 1, WORKING",
    "30, 30, 1, 0, 1, STALLED",
    "300, 29, 1, 0, 1, WORKING",
    "30, 30, 0, 0, 1, OFFLINE",
    "5, 5, 1, 1, 1, WAITING",
    "1439, 1439, 1, 1, 1, WAITING",
    "1440, 1440, 1, 1, 1, STALLED",
    "30, 30, 2, 1, 2, STALLED",
  })
  void the_state_is_read_off_signs_of_life_and_what_is_held(
      int inactive, int silent, int tasks, int waiting, int capacity, AgentState expected) {
    var agent =
        anAgent(aProfile("ada", capacity), NOW.minus(Duration.ofMinutes(inactive)))
            .heard(Sign.HEARTBEAT, NOW.minus(Duration.ofMinutes(silent)), PATIENCE);

    var load = new Load(tasks, waiting, tasks);

    assertEquals(expected, AgentState.of(agent, load, PATIENCE, NOW));
  }

  @Test
  void whoever_was_never_heard_of_is_offline_and_one_given_a_task_has_its_time() {
    var unheard = Agent.of(aProfile("ada"), NOW);
    var given = unheard.givenTask(NOW.minusSeconds(1799), PATIENCE);

    assertEquals(AgentState.OFFLINE, AgentState.of(unheard, Load.NONE, PATIENCE, NOW));
    var one = new Load(1, 0, 1);
    assertEquals(AgentState.WORKING, AgentState.of(given, one, PATIENCE, NOW));
    assertEquals(AgentState.STALLED, AgentState.of(given, one, PATIENCE, NOW.plusSeconds(1)));
  }

  @Test
  void late_and_repeated_signs_change_nothing() {
    var agent = anAgent(aProfile("ada"), NOW);

    assertEquals(agent, agent.heard(Sign.ACTIVITY, NOW, PATIENCE));
    assertEquals(agent, agent.heard(Sign.ACTIVITY, NOW.minusSeconds(5), PATIENCE));
  }

  @Test
  void a_heartbeat_right_after_another_sign_is_not_written_down() {
    var agent = anAgent(aProfile("ada"), NOW);

    assertEquals(agent, agent.heard(Sign.HEARTBEAT, NOW.plusMillis(14_999), PATIENCE));
    assertEquals(
        NOW.plusSeconds(15), agent.heard(Sign.HEARTBEAT, NOW.plusSeconds(15), PATIENCE).seenAt());
  }

  @Test
  void in_whatever_order_signs_come_the_agent_is_the_same_and_never_due_too_late() {
    ForAll.forAll(
        20261125,
        200,
        random -> {
          var signs = new ArrayList<Long>();
          for (int i = 0; i < 8; i++) {
            signs.add(random.nextLong(7200));
          }
          return signs;
        },
        seconds -> {
          var shuffled = new ArrayList<>(seconds);
          Collections.shuffle(shuffled, new Random(1));
          var one = heard(seconds);
          var other = heard(shuffled);
          assertEquals(one.seenAt(), other.seenAt());
          assertEquals(one.activeAt(), other.activeAt());
          for (var agent : List.of(one, other)) {
            var due = agent.dueAt();
            assertTrue(
                due != null && !due.isAfter(agent.activeAt().plus(PATIENCE.idleAfter())), "" + due);
          }
        });
  }

  @Test
  void an_instant_in_its_silence_is_news_once() {
    var agent = anAgent(aProfile("ada"), NOW);
    var idle = NOW.plus(PATIENCE.idleAfter());

    assertTrue(agent.isNews(idle, idle));
    assertFalse(agent.isNews(idle, idle.minusSeconds(1)));
    var looked = agent.lookedAfter(idle, PATIENCE);
    assertFalse(looked.isNews(idle, idle.plusSeconds(60)));
    assertEquals(NOW.plus(PATIENCE.stalledAfter()), looked.dueAt());
  }

  private static Agent heard(List<Long> seconds) {
    var agent = Agent.of(aProfile("ada"), NOW);
    for (var second : seconds) {
      agent = agent.heard(Sign.ACTIVITY, NOW.plusSeconds(second), PATIENCE);
    }
    return agent;
  }
}
