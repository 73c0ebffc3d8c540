package dev.bellwether.benchmarks;

import dev.bellwether.domain.condition.Truth;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowIndex;
import java.util.List;
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

/// One pull request meets all workflows: by the index, and for comparison one after the other.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@State(Scope.Benchmark)
public class MatchingBenchmark {
  @Param({"10", "100", "1000", "10000"})
  int workflows;

  private List<Event> events;
  private Event first;
  private List<Workflow> growing;
  private WorkflowIndex growingIndex;
  private WorkflowIndex fixedIndex;
  private int next;

  @Setup
  public void draw() {
    events = DrawnRules.events();
    first = events.getFirst();
    growing = DrawnRules.growing(workflows);
    growingIndex = new WorkflowIndex(growing);
    fixedIndex = new WorkflowIndex(DrawnRules.fixed(workflows));
  }

  /// Ten match, however many there are.
  @Benchmark
  public int matchesFixed() {
    return matches(fixedIndex.candidates(first), first);
  }

  /// More match the more there are.
  @Benchmark
  public int matchesGrow() {
    var event = drawn();
    return matches(growingIndex.candidates(event), event);
  }

  /// The same without an index: every workflow is asked.
  @Benchmark
  public int matchesGrowWithoutIndex() {
    var event = drawn();
    return matches(growing, event);
  }

  private Event drawn() {
    next = (next + 1) % events.size();
    return events.get(next);
  }

  private static int matches(Iterable<Workflow> workflows, Event event) {
    var count = 0;
    for (var workflow : workflows) {
      var asked = workflow.asks(event);
      if (asked.isPresent() && asked.get().test(event.facts()) == Truth.TRUE) {
        count++;
      }
    }
    return count;
  }
}
