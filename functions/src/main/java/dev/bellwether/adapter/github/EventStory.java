package dev.bellwether.adapter.github;

import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What one payload tells, before it is known from which repository.
///
/// @param triggers the named ones only
/// @param occurredAt null where the payload carries no time that says so
record EventStory(
    SubjectKind kind,
    String key,
    EventFacts facts,
    Set<TriggerType> triggers,
    @Nullable Instant occurredAt) {

  static EventStory about(SubjectKind kind, String key, EventFacts facts) {
    return new EventStory(kind, key, facts, Set.of(), null);
  }

  /// Says as what it counts, by the triggers' names; an empty name counts as nothing.
  EventStory as(String... names) {
    var types =
        Arrays.stream(names)
            .filter(name -> !name.isEmpty())
            .map(TriggerType::new)
            .collect(Collectors.toUnmodifiableSet());
    return new EventStory(kind, key, facts, types, occurredAt);
  }

  /// Says when it happened; where the payload does not, what was said before stands.
  EventStory at(Optional<Instant> time) {
    return new EventStory(kind, key, facts, triggers, time.orElse(occurredAt));
  }

  Optional<Instant> time() {
    return Optional.ofNullable(occurredAt);
  }
}
