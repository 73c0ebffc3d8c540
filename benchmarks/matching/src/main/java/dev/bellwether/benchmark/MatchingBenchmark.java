package dev.bellwether.benchmark;

import static dev.bellwether.benchmark.Matching.leaf;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One pull request that always sets off five workflows, whatever the number of those that listen.
///
/// Those that do not fire are for other repositories, branches, authors and labels, in turn; all
/// have a second condition, which holds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MatchingBenchmark {
  private static final TriggerType OPENED = new TriggerType("pr_created");
  private static final int FIRING = 5;

  @Param({"10", "100", "1000", "10000"})
  int workflows;

  private List<Workflow> all = List.of();
  private WorkflowIndex index = new WorkflowIndex(all);
  private Event event = Matching.event(OPENED, 1, Map.of());

  @Setup
  public void draw() {
    var drawn = new ArrayList<Workflow>();
    for (int i = 0; i < workflows; i++) {
      drawn.add(Matching.workflow(i, OPENED, List.of(first(i), second(i))));
    }
    all = drawn;
    index = new WorkflowIndex(drawn);
    event =
        Matching.event(
            OPENED,
            42,
            Map.of(
                "repository", "octo/hello",
                "base_branch", "main",
                "author", "octocat",
                "labels", List.of("bug", "urgent"),
                "title", "fix: do not count what is missing",
                "files_changed", 12,
                "draft", false));
    if (Matching.indexed(index, event).size() != FIRING) {
      throw new IllegalStateException("Not " + FIRING + " fire");
    }
  }

  @Benchmark
  public List<Workflow> indexed() {
    return Matching.indexed(index, event);
  }

  @Benchmark
  public List<Workflow> loop() {
    return Matching.firing(all, event);
  }

  private Condition first(int number) {
    var each = workflows / FIRING;
    if (number % each == 0) {
      return leaf("repository", Operator.EQ, "octo/hello");
    }
    return switch (number % 4) {
      case 0 -> leaf("repository", Operator.EQ, "octo/service-" + number);
      case 1 -> leaf("base_branch", Operator.IN, List.of("release/" + number, "hotfix/" + number));
      case 2 -> leaf("author", Operator.IEQ, "dev-" + number);
      default -> leaf("labels", Operator.CONTAINS, "area/" + number);
    };
  }

  private static Condition second(int number) {
    return switch (number % 3) {
      case 0 -> leaf("files_changed", Operator.LT, 50);
      case 1 -> leaf("title", Operator.MATCHES, "^(fix|feat)(\\(.+\\))?: ");
      default -> leaf("draft", Operator.EQ, false);
    };
  }
}
