package dev.bellwether.domain.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A token as it is kept: who comes with it and until when, and not what it reads.
///
/// @param id is the part of its text that is no secret
/// @param digest of its whole text, SHA-256 in hexadecimal
/// @param expiresAt null where it does not
/// @param lastUsedAt to within [#USE_NOTED_EVERY] s; null where it was never
/// @param revision counts what was stored; 0 when nothing was
public record ApiToken(
    String id,
    String name,
    Role role,
    List<String> repositories,
    String digest,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    long revision) {
  /// How long after a use the next is noted, in seconds: a write each would be too much.
  static final int USE_NOTED_EVERY = 600;

  public ApiToken {
    repositories = List.copyOf(repositories);
  }

  /// Tells who comes with it.
  public Principal principal() {
    return new Principal("token/" + id, name, role, repositories);
  }

  /// Tells whether it still lets anybody in.
  public boolean isGoodAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }

  /// Notes that it was used; nothing where that was noted a moment ago.
  public Optional<ApiToken> usedAt(Instant now) {
    return lastUsedAt != null && now.isBefore(lastUsedAt.plusSeconds(USE_NOTED_EVERY))
        ? Optional.empty()
        : Optional.of(copy(now, revision));
  }

  /// Copies it under a revision, for stores.
  public ApiToken withRevision(long newRevision) {
    return copy(lastUsedAt, newRevision);
  }

  private ApiToken copy(@Nullable Instant used, long newRevision) {
    return new ApiToken(
        id, name, role, repositories, digest, createdAt, createdBy, expiresAt, used, newRevision);
  }
}
