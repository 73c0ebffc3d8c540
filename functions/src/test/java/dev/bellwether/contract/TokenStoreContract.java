package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.access.ApiToken;
import dev.bellwether.domain.access.Role;
import dev.bellwether.usecase.port.TokenStore;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a [TokenStore] promises.
public interface TokenStoreContract {
  /// The store, empty at the start of each test.
  TokenStore tokens();

  @Test
  default void a_token_is_found_as_it_was_stored_one_revision_on() {
    var token = token("a", 0);
    assertTrue(tokens().save(token));

    assertEquals(Optional.of(token.withRevision(1)), tokens().find("a"));
    assertEquals(Optional.empty(), tokens().find("b"));
  }

  @Test
  default void one_that_changed_in_between_or_is_gone_is_not_stored() {
    tokens().save(token("a", 0));
    tokens().save(token("a", 0).withRevision(1));

    assertFalse(tokens().save(token("a", 0)));
    assertFalse(tokens().save(token("a", 0).withRevision(1)));
    assertFalse(tokens().save(token("gone", 0).withRevision(1)));
    assertEquals(Optional.empty(), tokens().find("gone"));
  }

  @Test
  default void all_are_listed_the_oldest_first() {
    tokens().save(token("b", 5));
    tokens().save(token("a", 9));

    assertEquals(List.of("b", "a"), tokens().all().stream().map(ApiToken::id).toList());
  }

  @Test
  default void one_that_is_deleted_is_given_back_once() {
    tokens().save(token("a", 0));

    assertEquals(Optional.of(token("a", 0).withRevision(1)), tokens().delete("a"));
    assertEquals(Optional.empty(), tokens().delete("a"));
    assertEquals(List.of(), tokens().all());
  }

  private static ApiToken token(String id, int second) {
    return new ApiToken(
        id,
        "ci of " + id,
        Role.OPERATOR,
        List.of("octo/*"),
        "0f1e2d",
        NOW.plusSeconds(second),
        "ada",
        NOW.plusSeconds(100),
        NOW.plusSeconds(10),
        0);
  }
}
