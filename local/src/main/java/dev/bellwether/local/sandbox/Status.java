package dev.bellwether.local.sandbox;

import java.time.Instant;

/// A status that a commit was given; a later one in the same context replaces it.
///
/// @param description empty for none
/// @param targetUrl empty for none
record Status(
    long id, String state, String context, String description, String targetUrl, Instant at) {}
