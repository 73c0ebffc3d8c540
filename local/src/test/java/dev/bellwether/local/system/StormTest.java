package dev.bellwether.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.github.GitHubClient;
import dev.bellwether.adapter.github.GitHubLabels;
import dev.bellwether.adapter.github.Meter;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.domain.budget.RequestLimits;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.local.sandbox.GitHubSandbox;
import dev.bellwether.testing.InMemoryBudgetStore;
import dev.bellwether.usecase.EngineWorld;
import dev.bellwether.usecase.action.AddLabels;
import dev.bellwether.usecase.port.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A thousand executions at once, by several executors, against a GitHub that enforces its limits,
/// in virtual time.
class StormTest {
  private static final int EXECUTORS = 4;
  private static final int EACH_PRIORITY = 100;

  private final InMemoryBudgetStore budgets = new InMemoryBudgetStore();
  private final List<Labels> executors = new ArrayList<>();
  private final Random random = new Random(7);
  private final EngineWorld world = new EngineWorld(new AddLabels(new Executors()));
  private final GitHubSandbox gitHub =
      GitHubSandbox.start(
          Optional.empty(), world.time, dev.bellwether.local.sandbox.Limits.github());

  @AfterEach
  void stop() {
    gitHub.close();
  }

  @Test
  void a_storm_never_exceeds_what_github_allows_and_the_most_urgent_go_first() {
    IntStream.range(0, EXECUTORS).forEach(i -> executors.add(executor()));
    IntStream.rangeClosed(1, 10).forEach(this::saveOfPriority);
    var priorities = new ArrayList<Integer>();
    IntStream.rangeClosed(1, 10)
        .forEach(p -> priorities.addAll(Collections.nCopies(EACH_PRIORITY, p)));
    Collections.shuffle(priorities, random);
    for (int i = 0; i < priorities.size(); i++) {
      world.happens(trigger(priorities.get(i)), Subject.parse("octo/hello", "pr#" + (i + 1)));
    }

    world.pass(Duration.ofHours(12));

    var calls = gitHub.journal();
    assertEquals(List.of(), calls.stream().filter(call -> call.status() >= 400).toList());
    assertEquals(2_000, calls.size());
    var ended = IntStream.rangeClosed(1, 10).boxed().flatMap(p -> ofPriority(p).stream()).toList();
    assertEquals(1_000, ended.size());
    assertTrue(ended.stream().allMatch(e -> e.state() == ExecutionState.SUCCEEDED));
    for (int p = 2; p <= 10; p++) {
      assertTrue(median(p).isBefore(median(p - 1)), "priority %d came too late".formatted(p));
    }
    assertTrue(last(10).isBefore(median(5)), "the most urgent waited for others");
    var waits = ended.stream().mapToInt(e -> e.steps().stream().mapToInt(s -> s.pendings()).sum());
    var sum = waits.sum();
    assertTrue(sum <= 5 * 1_000, "they came back too often: " + sum);
  }

  /// Each call is made by another executor, which shares nothing with the others but the budget.
  private final class Executors implements Labels {
    @Override
    public Outcome add(Subject subject, List<String> names) {
      return executors.get(random.nextInt(EXECUTORS)).add(subject, names);
    }

    @Override
    public Outcome remove(Subject subject, String name) {
      return executors.get(random.nextInt(EXECUTORS)).remove(subject, name);
    }
  }

  private Labels executor() {
    var meter = new Meter(() -> budgets, () -> RequestLimits.STANDARD, world.time);
    return new GitHubLabels(
        new GitHubClient(
            () -> gitHub.url().toString(),
            new Web(world.time),
            meter,
            () -> Map.of("token", "of-the-storm"),
            world.time));
  }

  private void saveOfPriority(int priority) {
    var limits = new Limits(null, Duration.ZERO, priority, Duration.ofDays(2));
    world.save(
        Workflow.of(
                new WorkflowId("p-" + priority),
                "Priority " + priority,
                List.of(Trigger.of(trigger(priority))),
                new Condition.All(List.of()),
                Plan.of(
                    List.of(
                        ActionSpec.of("a", "add_labels", Map.of("labels", "one")),
                        ActionSpec.of("b", "add_labels", Map.of("labels", "two")))))
            .withLimits(limits));
  }

  private List<Execution> ofPriority(int priority) {
    return world.of("p-" + priority);
  }

  private Instant median(int priority) {
    return ends(priority).get(EACH_PRIORITY / 2);
  }

  private Instant last(int priority) {
    return ends(priority).getLast();
  }

  private List<Instant> ends(int priority) {
    return ofPriority(priority).stream()
        .map(e -> Optional.ofNullable(e.progress().finishedAt()).orElse(Instant.MAX))
        .sorted()
        .toList();
  }

  private static TriggerType trigger(int priority) {
    return new TriggerType("github.storm.p" + priority);
  }
}
