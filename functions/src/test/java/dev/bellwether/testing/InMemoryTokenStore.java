package dev.bellwether.testing;

import dev.bellwether.domain.access.ApiToken;
import dev.bellwether.usecase.port.TokenStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tokens in memory, as the contract has them.
public final class InMemoryTokenStore implements TokenStore {
  private final Map<String, ApiToken> tokens = new HashMap<>();

  @Override
  public synchronized Optional<ApiToken> find(String id) {
    return Optional.ofNullable(tokens.get(id));
  }

  @Override
  public synchronized boolean save(ApiToken token) {
    var revision = find(token.id()).map(ApiToken::revision).orElse(0L);
    if (revision != token.revision()) {
      return false;
    }
    tokens.put(token.id(), token.withRevision(revision + 1));
    return true;
  }

  @Override
  public synchronized Optional<ApiToken> delete(String id) {
    return Optional.ofNullable(tokens.remove(id));
  }

  @Override
  public synchronized List<ApiToken> all() {
    return tokens.values().stream()
        .sorted(Comparator.comparing(ApiToken::createdAt).thenComparing(ApiToken::id))
        .toList();
  }
}
