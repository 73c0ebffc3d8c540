package dev.bellwether.local.sandbox;

import java.time.Instant;

/// A review of a pull request.
///
/// @param state `APPROVED`, `CHANGES_REQUESTED`, `COMMENTED` or `DISMISSED`
record Review(long id, String author, String state, String body, String commit, Instant at) {
  Review dismissed() {
    return new Review(id, author, "DISMISSED", body, commit, at);
  }
}
