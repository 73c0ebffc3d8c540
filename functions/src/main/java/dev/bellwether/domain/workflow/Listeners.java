package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Clue;
import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Any;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.fact.FactGroup;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The workflows that listen to one trigger, by the clues they need; numbered as the index has
/// them.
///
/// Of all that a workflow needs, the rarest is what it is found by: a repository rather than that
/// the pull request is no draft.
final class Listeners {
  private final BitSet all = new BitSet();
  private final BitSet always = new BitSet();
  private final Map<String, ByClue> byFact = new HashMap<>();

  /// The workflows found by one fact.
  private record ByClue(BitSet all, Map<Clue, List<Integer>> each) {
    ByClue() {
      this(new BitSet(), new HashMap<>());
    }

    void add(Clue clue, int number) {
      all.set(number);
      each.computeIfAbsent(clue, c -> new ArrayList<>()).add(number);
    }
  }

  /// Takes those that listen out of all workflows.
  Listeners(TriggerType trigger, List<Workflow> workflows) {
    var needs = new HashMap<Integer, List<Set<Clue>>>();
    var counts = new HashMap<Clue, Integer>();
    for (int number = 0; number < workflows.size(); number++) {
      var workflow = workflows.get(number);
      if (workflow.triggers().stream().anyMatch(t -> t.type().equals(trigger))) {
        var needed = neededBy(workflow, trigger);
        needed.forEach(set -> set.forEach(clue -> counts.merge(clue, 1, Integer::sum)));
        needs.put(number, needed);
        all.set(number);
      }
    }
    needs.forEach((number, needed) -> add(number, rarest(needed, counts)));
  }

  /// All that listen.
  BitSet all() {
    return all;
  }

  /// Adds those that could fire.
  void addCandidates(Facts facts, BitSet candidates) {
    candidates.or(always);
    byFact.forEach(
        (fact, byClue) -> {
          var seen = facts.get(fact);
          if (seen.isPresent()) {
            for (var clue : Clue.givenBy(fact, seen.get())) {
              byClue.each().getOrDefault(clue, List.of()).forEach(candidates::set);
            }
          } else if (LookedUp.names().contains(Facts.factOf(fact))) {
            candidates.or(byClue.all());
          }
        });
  }

  private void add(int number, Optional<Set<Clue>> found) {
    if (found.isEmpty()) {
      always.set(number);
    }
    found.ifPresent(
        clues ->
            clues.forEach(
                clue -> byFact.computeIfAbsent(clue.fact(), f -> new ByClue()).add(clue, number)));
  }

  private static List<Set<Clue>> neededBy(Workflow workflow, TriggerType trigger) {
    var filters =
        workflow.triggers().stream()
            .filter(t -> t.type().equals(trigger))
            .map(t -> t.filter().condition())
            .toList();
    return Clue.neededBy(new All(List.of(new Any(List.copyOf(filters)), workflow.conditions())));
  }

  private static Optional<Set<Clue>> rarest(List<Set<Clue>> needed, Map<Clue, Integer> counts) {
    return needed.stream()
        .min(Comparator.comparingInt(set -> set.stream().mapToInt(c -> weight(c, counts)).sum()));
  }

  /// A text gives many clues away; a fact that is a list never is one.
  private static int weight(Clue clue, Map<Clue, Integer> counts) {
    return clue.isAnyText() && FactGroup.isList(clue.fact()) ? 0 : counts.getOrDefault(clue, 0);
  }
}
