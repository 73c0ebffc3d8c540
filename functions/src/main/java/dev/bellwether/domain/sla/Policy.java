package dev.bellwether.domain.sla;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Truth;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// What is promised about some of the subjects of a metric.
///
/// @param conditions which subjects, by what is known of them
/// @param rank of several policies that a subject falls under, the one of the highest rank rules;
///   of equals the first by id
/// @param pauseLabels labels under which the clock stands still, whatever the case of their letters
public record Policy(
    String id,
    Metric metric,
    Condition conditions,
    int rank,
    Terms terms,
    Set<String> pauseLabels) {
  /// Labels that hold a promise up where no policy says otherwise.
  public static final Set<String> STANDARD_PAUSE_LABELS = Set.of("blocked", "waiting-for-author");

  public Policy {
    var labels = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    labels.addAll(pauseLabels);
    pauseLabels = Collections.unmodifiableSortedSet(labels);
  }

  /// Tells whether a subject falls under the policy: only what is known counts.
  public boolean covers(Facts facts) {
    return conditions.test(facts) == Truth.TRUE;
  }

  /// Tells whether the labels of a subject hold its promise up.
  public boolean isHeldUp(Facts facts) {
    return facts.texts("labels").stream().anyMatch(pauseLabels::contains);
  }
}
