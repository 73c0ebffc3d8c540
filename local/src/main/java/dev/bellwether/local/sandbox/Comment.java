package dev.bellwether.local.sandbox;

import java.time.Instant;

/// A comment on an issue or a pull request.
record Comment(
    long id, int issue, String author, String body, Instant createdAt, Instant updatedAt) {
  Comment edited(String newBody, Instant at) {
    return new Comment(id, issue, author, newBody, createdAt, at);
  }
}
