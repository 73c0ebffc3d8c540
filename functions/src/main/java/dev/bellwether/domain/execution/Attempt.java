package dev.bellwether.domain.execution;

import java.time.Instant;

/// An attempt at a step that failed, for the timeline.
///
/// @param at when its failure was known
/// @param code the failure's kind, in snake_case
public record Attempt(Instant at, String code, String reason) {}
