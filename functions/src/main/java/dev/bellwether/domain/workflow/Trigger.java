package dev.bellwether.domain.workflow;

/// What sets a workflow off: a kind of event, and which of its kind.
public record Trigger(TriggerType type, TriggerFilter filter, OwnEvents ownEvents) {

  /// Whether what Bellwether's own account did counts: its comment, its label, its merge.
  public enum OwnEvents {
    IGNORED,
    INCLUDED
  }

  /// Any event of a kind, but our own.
  public static Trigger of(TriggerType type) {
    return new Trigger(type, TriggerFilter.NONE, OwnEvents.IGNORED);
  }

  /// Tells whether whose doing an event was lets it count.
  boolean takes(Origin origin) {
    return ownEvents == OwnEvents.INCLUDED || !(origin instanceof Origin.Own);
  }
}
