package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Any;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Narrows a trigger to some of its events; an empty list lets all pass.
///
/// It is a condition like any other, so that it is explained like any other.
public final class TriggerFilter {
  /// Lets everything pass.
  public static final TriggerFilter NONE =
      new TriggerFilter(List.of(), List.of(), List.of(), List.of(), List.of());

  private final List<String> repositories;
  private final List<String> branches;
  private final List<String> paths;
  private final List<String> labels;
  private final List<String> sources;
  private final Condition condition;

  /// Narrows.
  ///
  /// @param repositories globs over `owner/name`
  /// @param branches globs over the branch the event is about: of a pull request, the one it is to
  ///   be merged into
  /// @param paths globs over the paths touched; one that matches is enough
  /// @param labels names, of which the subject has one; of a label event, the label it is about
  /// @param sources names of inbound webhooks, for the trigger `webhook`
  public TriggerFilter(
      List<String> repositories,
      List<String> branches,
      List<String> paths,
      List<String> labels,
      List<String> sources) {
    this.repositories = List.copyOf(repositories);
    this.branches = List.copyOf(branches);
    this.paths = List.copyOf(paths);
    this.labels = List.copyOf(labels);
    this.sources = List.copyOf(sources);
    this.condition = new All(parts());
  }

  public List<String> repositories() {
    return repositories;
  }

  public List<String> branches() {
    return branches;
  }

  public List<String> paths() {
    return paths;
  }

  public List<String> labels() {
    return labels;
  }

  public List<String> sources() {
    return sources;
  }

  /// What must hold for an event to pass.
  public Condition condition() {
    return condition;
  }

  private List<Condition> parts() {
    var parts = new ArrayList<Condition>();
    if (!repositories.isEmpty()) {
      parts.add(leaf("repository", Operator.GLOB, repositories));
    }
    if (!branches.isEmpty()) {
      parts.add(
          firstKnown(
              leaf("base_branch", Operator.GLOB, branches),
              leaf("branch", Operator.GLOB, branches)));
    }
    if (!paths.isEmpty()) {
      parts.add(leaf("files", Operator.GLOB, paths));
    }
    if (!labels.isEmpty()) {
      parts.add(
          firstKnown(leaf("label", Operator.IN, labels), leaf("labels", Operator.ANY_OF, labels)));
    }
    if (!sources.isEmpty()) {
      parts.add(leaf("source", Operator.IN, sources));
    }
    return parts;
  }

  /// Asks about the second fact only where there is no first.
  private static Condition firstKnown(Leaf first, Leaf second) {
    var nothing = new Operand.Literal(null);
    var isKnown = new Leaf(first.field(), Operator.EXISTS, nothing);
    var isMissing = new Leaf(first.field(), Operator.NOT_EXISTS, nothing);
    return new Any(List.of(new All(List.of(isKnown, first)), new All(List.of(isMissing, second))));
  }

  private static Leaf leaf(String field, Operator operator, List<String> values) {
    return new Leaf(field, operator, new Operand.Literal(values));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TriggerFilter filter && condition.equals(filter.condition);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(condition);
  }

  @Override
  public String toString() {
    return condition.toString();
  }
}
