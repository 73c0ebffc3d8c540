package dev.bellwether.domain.agent;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aTask;
import static dev.bellwether.testing.GivenAgents.made;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.AgentTask.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgentTaskTest {
  private static final Instant LATER = NOW.plus(Duration.ofHours(1));

  @Test
  void the_fence_grows_with_every_assignment_and_the_first_is_no_move() {
    var first = made(aTask("t-1").assignedTo("ada", NOW));
    var second = made(made(first.takenAway("stalled", LATER)).assignedTo("bob", LATER));

    assertEquals(1, first.fence());
    assertEquals(0, first.moves());
    assertEquals(2, second.fence());
    assertEquals(1, second.moves());
    assertEquals(Optional.of("bob"), second.ifLeased().map(AgentTask.Lease::holder));
  }

  @Test
  void a_stale_holder_changes_nothing() {
    var first = made(aTask("t-1").assignedTo("ada", NOW));
    var moved = made(made(first.takenAway("stalled", LATER)).assignedTo("bob", LATER));
    var back = made(made(moved.released("bob", 2, "", LATER)).assignedTo("ada", LATER));

    for (var task : new AgentTask[] {moved, back}) {
      refused(task.ended("ada", 1, State.DONE, "", Map.of(), LATER));
      refused(task.progressed("ada", 1, State.WORKING, "", LATER));
      refused(task.released("ada", 1, "", LATER));
    }
    refused(moved.ended("ada", 2, State.DONE, "", Map.of(), LATER));
    assertEquals(State.DONE, made(back.ended("ada", 3, State.DONE, "", Map.of(), LATER)).state());
  }

  @Test
  void an_end_said_again_changes_nothing_and_another_end_is_refused() {
    var done = made(held().ended("ada", 1, State.DONE, "ok", Map.of("pr", 7), NOW));

    assertEquals(done, made(done.ended("ada", 1, State.DONE, "again", Map.of(), LATER)));
    refused(done.ended("ada", 1, State.FAILED, "", Map.of(), LATER));
    refused(done.progressed("ada", 1, State.WORKING, "", LATER));
    refused(done.cancelled("too late", LATER));
    refused(done.requeued("too late", LATER));
  }

  @Test
  void a_task_is_given_out_of_the_queue_only() {
    refused(held().assignedTo("bob", NOW));
    refused(made(held().cancelled("", NOW)).assignedTo("bob", NOW));
  }

  @Test
  void a_holder_is_left_in_peace_for_a_while() {
    var peace = NOW.plus(AgentTask.COOL_DOWN);

    refused(held().takenAway("stalled", peace.minusMillis(1)));
    assertEquals(State.QUEUED, made(held().takenAway("stalled", peace)).state());
  }

  @Test
  void a_task_is_moved_three_times_and_then_needs_a_person() {
    var task = held();
    var at = NOW;
    for (int move = 1; move <= 3; move++) {
      at = at.plus(AgentTask.COOL_DOWN);
      task = made(made(task.takenAway("stalled", at)).assignedTo("agent-" + move, at));
    }

    var tomorrow = at.plus(Duration.ofDays(1));
    refused(task.takenAway("stalled", tomorrow));
    refused(task.released("agent-3", 4, "", tomorrow));
    var anew = made(made(task.requeued("by ada", tomorrow)).assignedTo("bob", tomorrow));
    assertEquals(5, anew.fence());
    assertEquals(1, anew.moves());
  }

  private static AgentTask held() {
    return made(aTask("t-1").assignedTo("ada", NOW));
  }

  private static void refused(Change change) {
    assertInstanceOf(Change.Refused.class, change);
  }
}
