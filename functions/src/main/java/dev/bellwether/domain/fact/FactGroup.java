package dev.bellwether.domain.fact;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Facts that go together: those of one kind of subject, or of one kind of event about it.
///
/// The same name means the same in every group that has it, as far as its subject lets it.
@SuppressWarnings("ImmutableEnumChecker") // its lists and sets are unmodifiable ones
public enum FactGroup {
  RESERVED("Always there", OtherFacts.RESERVED),
  ANY_GITHUB("Every event of GitHub", OtherFacts.ANY_GITHUB),
  PULL_REQUEST("Pull requests", PullRequestFacts.PULL_REQUEST),
  ISSUE("Issues", PullRequestFacts.ISSUE),
  REVIEW("Reviews", OtherFacts.REVIEW),
  COMMENT("Comments", OtherFacts.COMMENT),
  CHANGE("Labels, assignments and requests", OtherFacts.CHANGE),
  BRANCH("Branches", CodeFacts.BRANCH),
  PUSH("Pushes", CodeFacts.PUSH),
  BUILD("Builds", CodeFacts.BUILD),
  JOB("Jobs", CodeFacts.JOB),
  DEPLOYMENT("Deployments", CodeFacts.DEPLOYMENT),
  RELEASE("Releases and tags", CodeFacts.RELEASE),
  SLA("Promises", OtherFacts.SLA),
  VIOLATION("Broken promises", OtherFacts.VIOLATION),
  AGENT("Agents", OtherFacts.AGENT),
  TASK("Tasks", OtherFacts.TASK),
  CONFLICT("Conflicts of agents", OtherFacts.CONFLICT),
  FAILURE("Failed workflows", OtherFacts.FAILURE),
  WEBHOOK("Inbound webhooks", OtherFacts.WEBHOOK);

  private static final Set<String> LISTS =
      Arrays.stream(values())
          .flatMap(group -> group.facts.stream())
          .filter(fact -> fact.type().isList())
          .map(DocumentedFact::name)
          .collect(Collectors.toUnmodifiableSet());

  private final String title;
  private final List<DocumentedFact> facts;
  private final Set<String> names;

  FactGroup(String title, List<DocumentedFact> facts) {
    this.title = title;
    this.facts = facts;
    this.names = facts.stream().map(DocumentedFact::name).collect(Collectors.toUnmodifiableSet());
  }

  /// Says what the facts are about, as a heading.
  public String title() {
    return title;
  }

  /// Lists the facts, the most telling first.
  public List<DocumentedFact> facts() {
    return facts;
  }

  /// Tells whether a fact of this name is among them.
  public boolean has(String name) {
    return names.contains(name);
  }

  /// Finds a fact by its name.
  public Optional<DocumentedFact> find(String name) {
    return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
  }

  /// Lists the names of all facts there are.
  public static Set<String> allNames() {
    return Arrays.stream(values())
        .flatMap(group -> group.names.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /// Tells whether any group has a fact of this name.
  public static boolean anyHas(String name) {
    return Arrays.stream(values()).anyMatch(group -> group.has(name));
  }

  /// Tells whether a fact of this name is a list, wherever there is one.
  public static boolean isList(String name) {
    return LISTS.contains(name);
  }
}
