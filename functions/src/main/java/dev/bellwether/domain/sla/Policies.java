package dev.bellwether.domain.sla;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All that is promised. Behind what a team has written stand the standard policies, one for each
/// metric, so that there is always something promised; of jobs only of those with `test` in their
/// names.
public record Policies(List<Policy> written) {
  private static final Comparator<Policy> RULING_FIRST =
      Comparator.comparingInt(Policy::rank).reversed().thenComparing(Policy::id);

  /// Nothing but the standard.
  public static final Policies STANDARD = new Policies(List.of());

  public Policies {
    written = written.stream().sorted(RULING_FIRST).toList();
  }

  /// Finds the policy that a subject falls under.
  ///
  /// @return nothing where nothing is promised about it
  public Optional<Policy> ruling(Metric metric, Facts facts) {
    return written.stream()
        .filter(policy -> policy.metric() == metric && policy.covers(facts))
        .findFirst()
        .or(() -> Optional.of(standard(metric)).filter(policy -> policy.covers(facts)));
  }

  /// What is promised where a team has written nothing.
  public static Policy standard(Metric metric) {
    return new Policy(
        "standard",
        metric,
        metric == Metric.TEST_EXECUTION ? isTest() : new Condition.All(List.of()),
        Integer.MIN_VALUE,
        Terms.standard(metric.standardThreshold()),
        Policy.STANDARD_PAUSE_LABELS);
  }

  private static Condition isTest() {
    return new Condition.Leaf("is_test", Operator.EQ, new Condition.Operand.Literal(true));
  }
}
