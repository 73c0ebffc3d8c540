package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryExecutionStore;
import dev.bellwether.testing.RecordingExecutionQueue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequeueStuckExecutionsTest {
  private final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  private final RecordingExecutionQueue queue = new RecordingExecutionQueue();

  @Test
  void an_execution_without_its_message_gets_another_after_a_minute() {
    var lost = Given.anExecution("delivery-1", T0);
    executions.create(lost);

    assertEquals(List.of(), requeueing().at(at(59)));
    assertEquals(List.of(lost.id()), requeueing().at(at(60)));
    assertEquals(1, queue.sent().size());
  }

  @Test
  void one_that_a_worker_holds_or_that_waits_is_left_alone() {
    var held = Given.anExecution("delivery-1", T0);
    executions.create(held);
    executions.claim(held.id(), "worker", at(600), at(645));
    var waiting = Given.anExecution("delivery-2", T0);
    executions.create(waiting);
    executions.claim(waiting.id(), "worker", T0, at(45));
    executions.record(waiting.waitingUntil(at(3600)), "worker", T0);

    assertEquals(List.of(), requeueing().at(at(640)));
  }

  @Test
  void one_whose_worker_died_is_sent_again() {
    var dropped = Given.anExecution("delivery-1", T0);
    executions.create(dropped);
    executions.claim(dropped.id(), "worker", T0, at(45));

    assertEquals(List.of(dropped.id()), requeueing().at(at(105)));
  }

  @Test
  void one_messages_failure_keeps_no_other_from_being_sent_and_is_told() {
    executions.create(Given.anExecution("delivery-1", T0));
    executions.create(Given.anExecution("delivery-2", at(1)));
    var sent = new ArrayList<ExecutionId>();
    var requeue =
        new RequeueStuckExecutions(
            executions,
            (execution, delay) -> {
              if (execution.cause().id().equals("delivery-1")) {
                throw new IllegalStateException("the queue is down");
              }
              sent.add(execution.id());
            });

    assertThrows(IllegalStateException.class, () -> requeue.at(at(100)));

    assertEquals(List.of(Given.anExecution("delivery-2", at(1)).id()), sent);
  }

  private RequeueStuckExecutions requeueing() {
    return new RequeueStuckExecutions(executions, queue);
  }
}
