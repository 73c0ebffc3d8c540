package dev.bellwether.usecase;

import static dev.bellwether.testing.ForAll.forAll;
import static dev.bellwether.usecase.EngineWorld.pullRequest;
import static dev.bellwether.usecase.EngineWorld.workflow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.RetryPolicy;
import dev.bellwether.domain.workflow.Stage;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.usecase.action.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/// Whatever the order, however often, whoever dies: the same events make the same end.
class EngineLawsTest {
  /// The death of the process; nothing catches it but the life itself.
  private static final class Death extends Error {}

  private static final int DELIVERIES = 12;

  @Test
  void the_same_deliveries_in_any_order_make_the_same_end_state() {
    var expected = new Life(0, 0).end();

    forAll(
        1,
        300,
        random -> random.nextLong(),
        seed -> {
          var life = new Life(seed, 0.2);
          var end = life.end();
          expected.forEach((id, state) -> assertEquals(state, end.get(id), id));
          assertEquals(expected.size(), end.size());
          assertEquals(Set.of(1), Set.copyOf(life.effects.values()));
        });
  }

  /// One shuffled, doubled, deadly life of a dozen deliveries over three workflows.
  private static final class Life {
    final Map<String, Integer> effects = new ConcurrentHashMap<>();
    private final Map<String, Integer> chances = new ConcurrentHashMap<>();
    private final long seed;
    private final Random random;
    private final double death;
    private final EngineWorld world;

    Life(long seed, double death) {
      this.seed = seed;
      this.random = new Random(seed);
      this.death = death;
      var safe =
          ScriptedAction.safe(
              "safe",
              call -> {
                mayDie(call, 0);
                return new Outcome.Done(Map.of("for", call.subject().key()));
              });
      var careful =
          ScriptedAction.careful(
              "careful",
              call -> {
                mayDie(call, 0);
                if (!call.isRepeat() || !effects.containsKey(call.key())) {
                  effects.merge(call.key(), 1, Integer::sum);
                  mayDie(call, 1);
                }
                return Outcome.done();
              });
      var flaky = ScriptedAction.failingFirst(1, "flaky");
      world = new EngineWorld(safe, careful, flaky);
      save(workflow("plain", step("a", "safe"), step("b", "careful"), step("c", "flaky")));
      save(workflow("waits", step("a", "careful"), step("b", "wait", "seconds", 600)));
      save(
          workflow(
              "both",
              new Plan(
                  List.of(
                      new Stage(List.of(step("a", "careful"), step("b", "safe"))),
                      Stage.of(step("c", "careful"))),
                  List.of(step("d", "safe")))));
    }

    private void save(Workflow workflow) {
      world.save(workflow.withLimits(new Limits(null, Duration.ZERO, 5, Duration.ofDays(30))));
    }

    /// Drawn for each call of a step, not in turn: steps run at the same time in no order.
    private void mayDie(Call call, int when) {
      var chance = chances.merge(call.key(), 1, Integer::sum);
      var drawn = new SplittableRandom(Objects.hash(seed, call.key(), chance, when));
      if (drawn.nextDouble() < death) {
        throw new Death();
      }
    }

    Map<String, String> end() {
      var numbers = new ArrayList<Integer>();
      for (int i = 0; i < DELIVERIES; i++) {
        numbers.addAll(Collections.nCopies(1 + random.nextInt(2), i));
      }
      Collections.shuffle(numbers, random);
      numbers.forEach(this::deliver);
      for (int worker = 0; !isOver() && worker < 5_000; worker++) {
        carryOn(worker);
      }
      var states = new TreeMap<String, String>();
      all().forEach(e -> states.put(e.id().value(), e.state() + " " + results(e)));
      return states;
    }

    private void deliver(int number) {
      var event =
          new Event(
              "pull_request.opened",
              Set.of(EngineWorld.PR_CREATED),
              pullRequest(number),
              Facts.none(),
              EngineWorld.T0);
      world.startWorkflows.on(event, Cause.of("d-" + number, event.name()), EngineWorld.T0);
    }

    /// Any execution may get a message at any time.
    private void carryOn(int worker) {
      var all = all();
      var id = all.get(random.nextInt(all.size())).id();
      world.time.pass(Duration.ofSeconds(random.nextInt(60)));
      run(id, "worker-" + worker);
    }

    private void run(ExecutionId id, String worker) {
      try {
        world.runExecution.run(id, worker);
      } catch (Death death) {
        // Its message comes again, as any other does.
      }
    }

    private boolean isOver() {
      return all().stream().allMatch(e -> e.state().isFinal());
    }

    private List<Execution> all() {
      return world.executions.newest(world.time.instant(), 1_000);
    }

    private static List<Object> results(Execution execution) {
      return execution.steps().stream()
          .<Object>map(s -> s.state() + (s.action().type().equals("safe") ? "" + s.result() : ""))
          .toList();
    }
  }

  private static ActionSpec step(String id, String type, Object... parameters) {
    return ActionSpec.of(
            id,
            type,
            parameters.length == 0
                ? Map.of()
                : Map.of(String.valueOf(parameters[0]), parameters[1]))
        .retrying(
            new RetryPolicy(
                20,
                Duration.ofSeconds(1),
                1,
                Duration.ofSeconds(1),
                RetryPolicy.Jitter.NONE,
                null,
                Set.of()));
  }
}
