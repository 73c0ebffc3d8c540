package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.fact.FactGroup;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The kinds of thing a workflow can be about.
public enum SubjectKind {
  PR(FactGroup.PULL_REQUEST),
  ISSUE(FactGroup.ISSUE),
  BUILD(FactGroup.BUILD),
  JOB(FactGroup.JOB),
  DEPLOYMENT(FactGroup.DEPLOYMENT),
  BRANCH(FactGroup.BRANCH),
  RELEASE(FactGroup.RELEASE),
  AGENT(FactGroup.AGENT),
  TASK(FactGroup.TASK),
  REPOSITORY(FactGroup.ANY_GITHUB),
  WORKFLOW(FactGroup.RESERVED),
  SOURCE(FactGroup.WEBHOOK);

  /// Kinds whose open subjects can be listed.
  private static final Set<SubjectKind> LISTED =
      EnumSet.of(PR, ISSUE, BUILD, JOB, DEPLOYMENT, AGENT, TASK);

  private final FactGroup facts;

  SubjectKind(FactGroup facts) {
    this.facts = facts;
  }

  /// Finds the kind whose open subjects a scheduled workflow runs over, by the facts that its
  /// conditions name.
  ///
  /// A fact with a kind's prefix tells it for sure (`build_duration`). Otherwise it is the kind
  /// that has most of the facts, and of those pull requests first: they share the most with others.
  public static Optional<SubjectKind> toldBy(Collection<String> facts) {
    return LISTED.stream()
        .filter(kind -> facts.stream().anyMatch(f -> f.startsWith(kind.wireName() + "_")))
        .findFirst()
        .or(() -> mostAtHome(facts));
  }

  private static Optional<SubjectKind> mostAtHome(Collection<String> facts) {
    return LISTED.stream()
        .filter(kind -> kind.countOf(facts) > 0)
        .reduce((first, next) -> next.countOf(facts) > first.countOf(facts) ? next : first);
  }

  private long countOf(Collection<String> names) {
    return names.stream()
        .map(Facts::factOf)
        .filter(name -> facts.has(name) && !FactGroup.ANY_GITHUB.has(name))
        .count();
  }

  /// Lists the kinds whose open subjects a scheduled workflow can run over.
  public static List<SubjectKind> listed() {
    return List.copyOf(LISTED);
  }

  /// Lists the facts that subjects of this kind have.
  public FactGroup facts() {
    return facts;
  }

  /// Names the kind as subjects and definitions do: `pr`, `build`.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Finds a kind by that name.
  public static Optional<SubjectKind> named(String wireName) {
    return Arrays.stream(values()).filter(k -> k.wireName().equals(wireName)).findFirst();
  }
}
