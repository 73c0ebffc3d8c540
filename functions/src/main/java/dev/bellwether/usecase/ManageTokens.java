package dev.bellwether.usecase;

import dev.bellwether.domain.access.ApiToken;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.usecase.port.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Gives access by tokens and takes it away, and tells who comes with one.
public final class ManageTokens {
  private final TokenStore tokens;
  private final RandomGenerator random;

  /// Works on these.
  ///
  /// @param random that nobody can guess
  public ManageTokens(TokenStore tokens, RandomGenerator random) {
    this.tokens = tokens;
    this.random = random;
  }

  /// Who is to be let in.
  ///
  /// @param lifetime null where it does not end
  public record Wish(
      String name, Role role, List<String> repositories, @Nullable Duration lifetime) {
    public Wish {
      repositories = List.copyOf(repositories);
    }
  }

  /// A new token.
  ///
  /// @param text to be shown once: nobody can find it out later
  public record Created(ApiToken token, TokenText text) {}

  /// Makes one.
  public Created create(Wish wish, Principal by, Instant now) {
    while (true) {
      var text = TokenText.mint(random);
      var expiresAt = wish.lifetime() == null ? null : now.plus(wish.lifetime());
      var token =
          new ApiToken(
              text.id(),
              wish.name(),
              wish.role(),
              wish.repositories(),
              text.digest(),
              now,
              by.name(),
              expiresAt,
              null,
              0);
      if (tokens.save(token)) {
        return new Created(token.withRevision(1), text);
      }
    }
  }

  /// Tells who comes with a token, and notes that it was used.
  ///
  /// @return nothing where it is none, was revoked, or is over
  public Optional<Principal> principal(String text, Instant now) {
    return TokenText.read(text)
        .flatMap(given -> tokens.find(given.id()).filter(token -> given.isOf(token.digest())))
        .filter(token -> token.isGoodAt(now))
        .map(
            token -> {
              token.usedAt(now).ifPresent(tokens::save);
              return token.principal();
            });
  }

  /// Lists them, the oldest first.
  public List<ApiToken> all() {
    return tokens.all();
  }

  /// Finds one by its id.
  public Optional<ApiToken> find(String id) {
    return tokens.find(id);
  }

  /// Takes one back: it lets nobody in from now on.
  ///
  /// @return as it was; nothing when there is none
  public Optional<ApiToken> revoke(String id) {
    return tokens.delete(id);
  }
}
