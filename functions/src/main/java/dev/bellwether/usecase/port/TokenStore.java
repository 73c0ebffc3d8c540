package dev.bellwether.usecase.port;

import dev.bellwether.domain.access.ApiToken;
import java.util.List;
import java.util.Optional;

/// Keeps tokens.
public interface TokenStore {
  /// Finds one by its id.
  Optional<ApiToken> find(String id);

  /// Stores one in the place of the revision it was made from; 0 where there must be none.
  ///
  /// @return false, storing nothing, when another is there now, or none
  boolean save(ApiToken token);

  /// Deletes one.
  ///
  /// @return as it was; nothing when there is none
  Optional<ApiToken> delete(String id);

  /// Lists all, the oldest first.
  List<ApiToken> all();
}
