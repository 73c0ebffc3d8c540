package dev.bellwether.usecase.port;

import dev.bellwether.domain.access.Principal;
import java.time.Instant;

/// Judges tokens that an identity provider made: who comes with one, and what they may do.
public interface IdentityTokens {
  /// Judges a token.
  Judgement of(String token, Instant now);

  /// What a token is worth.
  sealed interface Judgement {
    /// It is somebody's.
    record Known(Principal principal) implements Judgement {}

    /// It lets nobody in.
    ///
    /// @param because says what is wrong, and nothing of what is in the token
    record Refused(String because) implements Judgement {}

    /// It cannot be told now: the provider's keys cannot be read.
    record Unavailable(String because) implements Judgement {}
  }
}
