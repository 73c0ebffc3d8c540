package dev.bellwether.testing;

import static dev.bellwether.testing.Given.NOW;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.ReceiveWebhook;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.EventReader;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Receives webhooks in memory, and keeps what became of them.
public final class Reception {
  public final InMemoryWorkflowStore workflows = new InMemoryWorkflowStore(new SettableTime(NOW));
  public final InMemoryExecutionStore executions = new InMemoryExecutionStore();
  public final InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore(executions);
  public final RecordingExecutionQueue queue = new RecordingExecutionQueue();

  /// Deliveries that were written by themselves, and not with an execution.
  public final List<Delivery> recorded = new CopyOnWriteArrayList<>();

  public final List<Event> observed = new CopyOnWriteArrayList<>();

  private volatile boolean isBroken;

  /// Makes the use case.
  public ReceiveWebhook receiveWebhook(EventReader events) {
    var start = new StartWorkflows(workflows, executions, executions, queue);
    return new ReceiveWebhook(
        events,
        start,
        (event, now) -> {
          if (isBroken) {
            throw new IllegalStateException("The clocks are away");
          }
          observed.add(event);
        },
        new Recorder());
  }

  /// Lets the observing of clocks, which is between starting and recording, break down or recover.
  public void breaks(boolean broken) {
    isBroken = broken;
  }

  /// Adds a workflow for pull requests of fewer than 50 files.
  public void listens(String id, WorkflowState state) {
    var given = Given.aWorkflow(id);
    workflows.save(
        Workflow.of(
                given.id(),
                given.name(),
                given.triggers(),
                new Condition.Leaf("files_changed", Operator.LT, new Operand.Literal(50)),
                given.plan())
            .withState(state));
  }

  private final class Recorder implements DeliveryStore {
    @Override
    public void record(Delivery delivery) {
      recorded.add(delivery);
      deliveries.record(delivery);
    }

    @Override
    public Optional<Delivery> find(String id) {
      return deliveries.find(id);
    }

    @Override
    public Slice<Delivery> list(Part part) {
      return deliveries.list(part);
    }

    @Override
    public Slice<Delivery> listAbout(Subject subject, Part part) {
      return deliveries.listAbout(subject, part);
    }
  }
}
