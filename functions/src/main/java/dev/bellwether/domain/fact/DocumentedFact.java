package dev.bellwether.domain.fact;

import java.util.Locale;

/// One fact: what it is called, what it holds, what it means and where it comes from.
///
/// @param meaning one line for people, in Markdown, without a full stop
public record DocumentedFact(String name, Type type, String meaning, Source source) {

  /// What a fact holds; all are JSON's, so a time is text and a duration a number of seconds.
  public enum Type {
    TEXT,
    /// A list of text.
    TEXTS,
    NUMBER,
    /// A list of numbers.
    NUMBERS,
    BOOLEAN,
    /// ISO-8601 in UTC: `2026-11-25T09:00:00Z`.
    TIME,
    /// Whole seconds.
    SECONDS;

    /// Tells whether it is a list of values.
    public boolean isList() {
      return this == TEXTS || this == NUMBERS;
    }

    /// Names the type as the reference pages do.
    public String inWords() {
      return switch (this) {
        case TEXTS -> "list of text";
        case NUMBERS -> "list of numbers";
        default -> name().toLowerCase(Locale.ROOT);
      };
    }
  }

  /// Where a fact comes from.
  public enum Source {
    /// The event that is judged.
    EVENT,
    /// The event where that carries it, and GitHub where it does not.
    EVENT_OR_LOOKUP,
    /// GitHub, which is asked when an execution begins: no event carries it.
    LOOKUP
  }

  static DocumentedFact fact(String name, Type type, String meaning) {
    return new DocumentedFact(name, type, meaning, Source.EVENT);
  }

  static DocumentedFact lookedUp(String name, Type type, String meaning) {
    return new DocumentedFact(name, type, meaning, Source.LOOKUP);
  }

  /// Copies a fact that some events of its kind lack, and GitHub is asked for then.
  DocumentedFact elseLookedUp() {
    return new DocumentedFact(name, type, meaning, Source.EVENT_OR_LOOKUP);
  }

  /// Tells whether GitHub can be asked for it.
  public boolean isLookedUp() {
    return source != Source.EVENT;
  }
}
