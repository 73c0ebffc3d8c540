package dev.bellwether.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.usecase.port.RequestStore;
import dev.bellwether.usecase.port.RequestStore.Answered;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a [RequestStore] promises.
public interface RequestStoreContract {
  /// The store, empty at the start of each test.
  RequestStore requests();

  @Test
  default void the_first_answer_under_a_key_stays_and_is_somebodys_own() {
    var first = new Answered("f-1", 201, Map.of("Location", "/v1/x"), "{}");
    requests().keep("token/a", "k", first);
    requests().keep("token/a", "k", new Answered("f-2", 204, Map.of(), null));

    assertEquals(Optional.of(first), requests().find("token/a", "k"));
    assertEquals(Optional.empty(), requests().find("token/b", "k"));
  }

  @Test
  default void an_answer_without_a_body_is_kept_without_one() {
    requests().keep("admin", "k", new Answered("f", 204, Map.of(), null));

    assertEquals(
        Optional.of(new Answered("f", 204, Map.of(), null)), requests().find("admin", "k"));
  }
}
