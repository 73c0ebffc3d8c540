package dev.bellwether.usecase;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.workflow.Decision;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.LookedUp;
import dev.bellwether.domain.workflow.Origin;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ExecutionStore.Creation;
import dev.bellwether.usecase.port.WorkflowCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets an event meet every workflow that listens to it, and starts those that fire.
///
/// Called twice with the same cause it starts nothing twice: an execution's id comes from its
/// cause, and it is stored by a conditional write before its message is sent.
public final class StartWorkflows {
  /// So many listeners are all asked, and their answers kept with the delivery.
  public static final int MOST_EXPLAINED = Delivery.MOST_DECISIONS;

  private final WorkflowCatalog catalog;
  private final ExecutionStore executions;
  private final ExecutionReader reader;
  private final ExecutionQueue queue;

  /// Works on these.
  ///
  /// @param reader asked only about events that an execution of ours caused
  public StartWorkflows(
      WorkflowCatalog catalog,
      ExecutionStore executions,
      ExecutionReader reader,
      ExecutionQueue queue) {
    this.catalog = catalog;
    this.executions = executions;
    this.reader = reader;
    this.queue = queue;
  }

  /// What came of an event.
  ///
  /// @param decisions one for each workflow that listens, fired or not; where more than
  ///   [#MOST_EXPLAINED] listen, one for each that fires or may yet
  /// @param started executions that this call made
  /// @param known executions that the same cause had made before
  public record Result(
      List<Decision> decisions, List<ExecutionId> started, List<ExecutionId> known) {
    public Result {
      decisions = List.copyOf(decisions);
      started = List.copyOf(started);
      known = List.copyOf(known);
    }
  }

  /// Judges an event that is not a webhook: a schedule, a violation, a person's request.
  public Result on(Event happened, Cause cause, Instant now) {
    var event = happened.judgedAt(now);
    return start(judged(event, now), event, cause, null, now);
  }

  /// Judges a webhook; the first execution it starts carries the record of the delivery.
  public Result onDelivery(Event happened, String deliveryId, Instant now) {
    var event = happened.judgedAt(now);
    var judged = judged(event, now);
    var delivery = Delivery.of(deliveryId, happened, now, decisions(judged));
    var cause = Cause.of(deliveryId, event.name()).atDepth(depth(judged, event));
    return start(judged, event, cause, delivery, now);
  }

  /// Judges a webhook that was judged before and is recorded.
  public Result again(Event happened, String deliveryId, Instant now) {
    var event = happened.judgedAt(now);
    var judged = judged(event, now);
    var cause = Cause.of(deliveryId, event.name()).atDepth(depth(judged, event));
    return start(judged, event, cause, null, now);
  }

  /// Judges an event for one workflow only.
  public Result on(Event happened, Cause cause, Workflow workflow, Instant now) {
    var event = happened.judgedAt(now);
    return start(Judged.of(workflow, event).stream().toList(), event, cause, null, now);
  }

  /// Starts one workflow, whatever it listens to, unless its conditions are against it or it is
  /// paused.
  public Result directly(Workflow workflow, Event happened, Cause cause, Instant now) {
    var event = happened.judgedAt(now);
    var judged =
        workflow.state() == WorkflowState.PAUSED
            ? List.<Judged>of()
            : List.of(Judged.of(workflow, workflow.conditions(), event));
    return start(judged, event, cause, null, now);
  }

  /// What we did ourselves is one link further down the chain than the execution that did it. Where
  /// nothing tells which that was, it counts as the first; [GuardAgainstRunaways] counts firings.
  private int depth(List<Judged> judged, Event event) {
    if (!(event.origin() instanceof Origin.Own) || judged.isEmpty()) {
      return 0;
    }
    return event
        .origin()
        .execution()
        .flatMap(id -> reader.find(new ExecutionId(id)))
        .map(execution -> execution.cause().depth() + 1)
        .orElse(1);
  }

  /// Asks all that listen and keeps why each fires or not. Where too many listen, only those that
  /// the event could set off are asked, and only what fires, or may when facts are looked up, is
  /// kept: the others can be asked again, as the delivery is kept.
  private List<Judged> judged(Event event, Instant now) {
    var index = catalog.at(now);
    if (index.countListening(event.triggers()) <= MOST_EXPLAINED) {
      return index.listeningTo(event.triggers()).stream()
          .flatMap(workflow -> Judged.of(workflow, event).stream())
          .toList();
    }
    return index.candidates(event).stream()
        .flatMap(
            workflow ->
                workflow.asks(event).stream()
                    .filter(asked -> mayFire(asked, event.facts()))
                    .map(asked -> Judged.of(workflow, asked, event)))
        .toList();
  }

  private static boolean mayFire(Condition asked, Facts facts) {
    return switch (asked.test(facts)) {
      case TRUE -> true;
      case FALSE -> false;
      case UNKNOWN -> !LookedUp.missing(asked, facts).isEmpty();
    };
  }

  private static List<Decision> decisions(List<Judged> judged) {
    return judged.stream().map(Judged::decision).toList();
  }

  private Result start(
      List<Judged> judged, Event event, Cause cause, @Nullable Delivery delivery, Instant now) {
    var started = new ArrayList<ExecutionId>();
    var known = new ArrayList<ExecutionId>();
    for (var one : judged) {
      if (!one.starts(event.facts())) {
        continue;
      }
      var isFirst = started.isEmpty() && known.isEmpty();
      var execution = one.execution(event, cause, now);
      switch (created(execution, isFirst ? delivery : null)) {
        case CREATED -> {
          queue.enqueue(execution, Duration.ZERO);
          started.add(execution.id());
        }
        case ALREADY_EXISTS -> known.add(execution.id());
      }
    }
    return new Result(decisions(judged), started, known);
  }

  private Creation created(Execution execution, @Nullable Delivery carried) {
    return carried == null
        ? executions.create(execution)
        : executions.createCarrying(execution, carried);
  }

  /// @param asked what had to hold
  private record Judged(Workflow workflow, Condition asked, Decision decision) {
    static Optional<Judged> of(Workflow workflow, Event event) {
      return workflow.asks(event).map(asked -> of(workflow, asked, event));
    }

    static Judged of(Workflow workflow, Condition asked, Event event) {
      return new Judged(workflow, asked, workflow.decision(asked.explain(event.facts())));
    }

    /// One that cannot be decided for want of facts that can be looked up starts, and is decided
    /// then.
    boolean starts(Facts facts) {
      return decision.starts()
          || (decision.isUndecided() && !LookedUp.missing(asked, facts).isEmpty());
    }

    Execution execution(Event event, Cause cause, Instant now) {
      return decision.isUndecided()
          ? Execution.startUndecided(workflow, asked, event, cause, decision.explanation(), now)
          : Execution.start(workflow, event, cause, decision.explanation(), now);
    }
  }
}
