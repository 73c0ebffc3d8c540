package dev.bellwether.usecase;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.usecase.action.Action;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.action.Call;
import dev.bellwether.usecase.port.Urgency;
import dev.bellwether.usecase.port.Urgency.Turn;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Calls the actions of steps that were begun, some at once.
public final class PerformSteps {
  /// GitHub allows a hundred requests at once; the queue has at most twenty workers.
  static final int AT_ONCE = 5;

  private final Actions actions;
  private final InstantSource clock;

  /// Works on these.
  public PerformSteps(Actions actions, InstantSource clock) {
    this.actions = actions;
    this.clock = clock;
  }

  /// Tells whether a second call of a step might have a second effect.
  boolean isCareful(Step step) {
    return actions
        .named(step.action().type())
        .filter(action -> action.signature().repeat() == Repeat.ASK_FIRST)
        .isPresent();
  }

  /// Fills in the parameters of an action.
  Map<String, Object> rendered(ActionSpec spec, Execution execution) {
    return actions
        .named(spec.type())
        .map(
            action ->
                action.signature().render(spec.parameters(), execution.factsAt(clock.instant())))
        .orElse(spec.parameters());
  }

  /// Calls each step's action, and returns what came of it, in the same order.
  List<Outcome> of(Execution execution, List<Integer> begun) {
    if (begun.size() == 1) {
      return List.of(perform(execution, begun.getFirst()));
    }
    var pool = Math.min(AT_ONCE, begun.size());
    try (var threads = Executors.newFixedThreadPool(pool, Thread.ofVirtual().factory())) {
      var calls = begun.stream().<Callable<Outcome>>map(i -> () -> perform(execution, i)).toList();
      var outcomes = new ArrayList<Outcome>();
      for (var call : threads.invokeAll(calls)) {
        outcomes.add(outcome(call));
      }
      return outcomes;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Stopped while steps were under way", stopped);
    }
  }

  private static Outcome outcome(Future<Outcome> call) throws InterruptedException {
    try {
      return call.get();
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof Error fatal) {
        throw fatal;
      }
      throw new IllegalStateException("A step broke", broken.getCause());
    }
  }

  private Outcome perform(Execution execution, int index) {
    var step = execution.steps().get(index);
    return actions
        .named(step.action().type())
        .map(
            action ->
                perform(action, new Call(execution, step, step.parameters(), clock.instant())))
        .orElseGet(
            () -> Outcome.failedForGood("No action type " + step.action().type() + " is known"));
  }

  /// What an action throws is a broken world, a secret or a bus that cannot be reached, and may
  /// pass; a bug does not, and fails its step after the last attempt instead of poisoning the
  /// queue.
  private static Outcome perform(Action action, Call call) {
    try {
      return urgency(call).run(() -> action.perform(call));
    } catch (RuntimeException broken) {
      return Outcome.failedForNow(
          "%s broke: %s".formatted(action.signature().type(), broken.getClass().getSimpleName()));
    }
  }

  private static Urgency urgency(Call call) {
    return new Urgency(
        call.execution().limits().priority(), call.step().pendings() > 0 ? Turn.AGAIN : Turn.FIRST);
  }
}
