package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aTask;
import static dev.bellwether.testing.GivenAgents.made;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.domain.agent.Brief;
import dev.bellwether.domain.agent.Brief.Trust;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.TaskStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of tasks does.
public interface TaskStoreContract {
  /// A store with nothing in it.
  TaskStore tasks();

  @Test
  default void a_task_is_found_as_it_was_saved() {
    var brief =
        new Brief(
            "Cache",
            "Make it *fast*",
            Trust.UNTRUSTED,
            "octo/hello",
            42,
            "feat/ada/cache",
            List.of("java"),
            List.of("src/a.java"),
            5);
    var queued = AgentTask.of("t-1", brief, NOW);
    var held = made(aTask("t-2").assignedTo("ada", NOW.plusMillis(7)));
    var done = made(held.ended("ada", 1, State.DONE, "it works", Map.of("pr", 43), NOW));

    assertTrue(tasks().save(queued));
    assertTrue(tasks().save(done));

    assertEquals(Optional.of(queued.withRevision(1)), tasks().find("t-1"));
    assertEquals(Optional.of(done.withRevision(1)), tasks().find("t-2"));
    assertEquals(Optional.empty(), tasks().find("t-3"));
  }

  @Test
  default void a_change_of_what_has_changed_meanwhile_is_not_stored() {
    tasks().save(aTask("t-1"));

    assertFalse(tasks().save(made(aTask("t-1").assignedTo("ada", NOW))));
    assertTrue(tasks().save(made(aTask("t-1").withRevision(1).assignedTo("bob", NOW))));
    assertEquals(List.of(), ids(tasks().heldBy("ada")));
    assertEquals(List.of("t-1"), ids(tasks().heldBy("bob")));
  }

  @Test
  default void a_task_is_in_the_queue_or_held_by_one_or_in_no_list() {
    for (int i = 5; i > 0; i--) {
      tasks().save(AgentTask.of("t-" + i, aTask("t").brief(), NOW.plusSeconds(i)));
    }
    change("t-2", task -> task.assignedTo("ada", NOW));
    change("t-4", task -> task.assignedTo("bob", NOW));
    change("t-5", task -> task.assignedTo("ada", NOW));
    change("t-5", task -> task.ended("ada", 1, State.DONE, "", Map.of(), NOW));

    assertEquals(List.of("t-1", "t-3"), ids(tasks().queued(9)));
    assertEquals(List.of("t-1"), ids(tasks().queued(1)));
    assertEquals(List.of("t-2", "t-4"), ids(tasks().held(9)));
    assertEquals(List.of("t-2"), ids(tasks().heldBy("ada")));
    assertEquals(List.of(), ids(tasks().heldBy("eve")));
  }

  @Test
  @Tag("race")
  default void of_many_that_want_one_task_one_gets_it() {
    tasks().save(aTask("t-1"));
    var read = tasks().find("t-1").orElseThrow();

    var won = Race.of(i -> tasks().save(made(read.assignedTo("agent-" + i, NOW))));

    assertEquals(1, won.stream().filter(saved -> saved).count());
  }

  /// Changes a task that is there.
  private void change(String id, Function<AgentTask, AgentTask.Change> change) {
    assertTrue(tasks().save(made(change.apply(tasks().find(id).orElseThrow()))));
  }

  private static List<String> ids(List<AgentTask> tasks) {
    return tasks.stream().map(AgentTask::id).toList();
  }
}
