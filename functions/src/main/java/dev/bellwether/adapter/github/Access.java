package dev.bellwether.adapter.github;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A token that works for a repository, and who it makes us.
///
/// @param login whom GitHub shows as the author of what we write; null where we cannot know without
///   asking
record Access(String token, @Nullable String login, Instant expiresAt) {
  /// A personal token, which does not say when it expires.
  static Access byToken(String token) {
    return new Access(token, null, Instant.MAX);
  }

  Optional<String> author() {
    return Optional.ofNullable(login);
  }

  /// Leaves the token out.
  @Override
  public String toString() {
    return "Access[" + login + "]";
  }
}
