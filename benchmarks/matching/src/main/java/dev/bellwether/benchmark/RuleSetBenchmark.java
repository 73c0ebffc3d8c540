package dev.bellwether.benchmark;

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

/// The events of a [RuleSet] in turn, against its rules: the more rules, the more of them match.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class RuleSetBenchmark {
  @Param({"10", "100", "1000", "10000"})
  int rules;

  private final List<Event> events = RuleSet.events();
  private List<Workflow> all = List.of();
  private WorkflowIndex index = new WorkflowIndex(all);
  private int turn;

  @Setup
  public void draw() {
    all = RuleSet.rules(rules);
    index = new WorkflowIndex(all);
    for (var event : events) {
      if (!Matching.indexed(index, event).equals(Matching.firing(all, event))) {
        throw new IllegalStateException("The index tells otherwise about " + event.subject());
      }
    }
  }

  @Benchmark
  public List<Workflow> indexed() {
    return Matching.indexed(index, next());
  }

  @Benchmark
  public List<Workflow> loop() {
    return Matching.firing(all, next());
  }

  private Event next() {
    turn = (turn + 1) % events.size();
    return events.get(turn);
  }
}
