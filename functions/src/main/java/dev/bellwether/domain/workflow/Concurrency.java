package dev.bellwether.domain.workflow;

import dev.bellwether.domain.condition.Facts;

/// What happens to an execution when another of the same workflow and key is under way.
///
/// @param key a template over the facts: `{{repository}}#{{number}}`
public record Concurrency(String key, Policy policy) {

  /// Copies it with the key filled in, as an execution has it.
  public Concurrency filledIn(Facts facts) {
    return new Concurrency(String.valueOf(Template.render(key, facts, Escape.PLAIN)), policy);
  }

  /// The ways out, by their names in definitions.
  public enum Policy {
    /// Both run.
    ALLOW,
    /// The new one ends at once, having done nothing.
    SKIP,
    /// The new one waits for its turn, in order of creation.
    QUEUE,
    /// The new one runs, and those before it are cancelled.
    CANCEL_PREVIOUS
  }
}
