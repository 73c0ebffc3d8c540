package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.anExecution;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.usecase.port.ExecutionQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a queue of executions must promise; each test has a queue that is empty.
public interface ExecutionQueueContract {
  /// The queue under test.
  ExecutionQueue queue();

  /// Takes the messages out that are there now, each as its fields.
  List<Map<String, Object>> arrived();

  /// Counts the messages that are held back.
  int held();

  @Test
  default void a_message_without_delay_arrives_at_once_and_names_execution_and_repository() {
    var execution = anExecution("delivery-1", NOW);

    queue().enqueue(execution, Duration.ZERO);

    assertEquals(List.of(messageOf(execution)), arrived());
    assertEquals(0, held());
  }

  @Test
  default void a_delay_holds_a_message_back() {
    queue().enqueue(anExecution("delivery-1", NOW), Duration.ofMinutes(5));

    assertEquals(List.of(), arrived());
    assertEquals(1, held());
  }

  @Test
  default void a_delay_longer_than_a_queue_can_is_cut_to_what_it_can() {
    queue().enqueue(anExecution("delivery-1", NOW), Duration.ofDays(3));

    assertEquals(1, held());
  }

  @Test
  default void a_delay_that_is_over_already_is_none() {
    var execution = anExecution("delivery-1", NOW);

    queue().enqueue(execution, Duration.ofSeconds(-1));

    assertEquals(List.of(messageOf(execution)), arrived());
  }

  @Test
  default void messages_of_different_executions_all_arrive() {
    var one = anExecution("delivery-1", NOW);
    var other = anExecution("delivery-2", NOW);

    queue().enqueue(one, Duration.ZERO);
    queue().enqueue(other, Duration.ZERO);

    assertEquals(Set.of(messageOf(one), messageOf(other)), Set.copyOf(arrived()));
  }

  private static Map<String, Object> messageOf(Execution execution) {
    return Map.of(
        "execution_id", execution.id().value(), "repository", execution.subject().repository());
  }
}
