package dev.bellwether.domain.workflow;

import dev.bellwether.domain.fact.FactGroup;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names what may set a workflow off: `pr_created`, `schedule`, or any GitHub event as
/// `github.<event>` or `github.<event>.<action>`.
public record TriggerType(String name) {
  public static final TriggerType SCHEDULE = new TriggerType("schedule");
  public static final TriggerType MANUAL = new TriggerType("manual");
  public static final TriggerType WORKFLOW_FAILED = new TriggerType("workflow_failed");
  public static final TriggerType SLA_VIOLATION = new TriggerType("sla_violation");

  /// What the names of the others look like.
  public static final Pattern GITHUB = Pattern.compile("github\\.[a-z0-9_]+(\\.[a-z0-9_-]+)?");

  /// The named triggers.
  public static final Set<String> KNOWN =
      Arrays.stream(NamedTrigger.values())
          .map(NamedTrigger::wireName)
          .collect(Collectors.toUnmodifiableSet());

  /// Other names of named triggers, each with the one it stands for; a name may also be spelled
  /// with hyphens.
  public static final Map<String, String> ALIASES =
      Map.of(
          "build_success", "build_succeeded",
          "build_failure", "build_failed",
          "deployment_complete", "deployment_succeeded",
          "deployment_success", "deployment_succeeded");

  /// Reads a trigger's name, hyphenated spellings and aliases included.
  ///
  /// @return nothing when no such trigger exists
  public static Optional<TriggerType> parse(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var spelled = lower.startsWith("github.") ? lower : lower.replace('-', '_');
    var name = ALIASES.getOrDefault(spelled, spelled);
    return KNOWN.contains(name) || GITHUB.matcher(name).matches()
        ? Optional.of(new TriggerType(name))
        : Optional.empty();
  }

  /// Finds what is known of it where it has a name of its own.
  public Optional<NamedTrigger> named() {
    return Arrays.stream(NamedTrigger.values()).filter(t -> t.wireName().equals(name)).findFirst();
  }

  /// Tells whether an event of this trigger can carry a fact: what conditions name beyond those is
  /// never known. The payload, below `event`, can hold anything, and so can an event of GitHub's
  /// that has no name here, within what is documented at all.
  public boolean canCarry(String fact) {
    if (fact.startsWith("event.") || FactGroup.RESERVED.has(fact)) {
      return true;
    }
    return named()
        .filter(trigger -> !trigger.isAboutAnySubject())
        .map(trigger -> trigger.carries(fact))
        .orElseGet(() -> FactGroup.anyHas(fact));
  }

  @Override
  public String toString() {
    return name;
  }
}
