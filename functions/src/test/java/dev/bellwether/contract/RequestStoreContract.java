package dev.bellwether.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.RequestStore;
import dev.bellwether.usecase.port.RequestStore.Answered;
import dev.bellwether.usecase.port.RequestStore.Begun;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a [RequestStore] promises.
public interface RequestStoreContract {
  /// The store, empty at the start of each test.
  RequestStore requests();

  @Test
  default void a_request_is_begun_once_and_then_known_by_its_answer() {
    var answered = new Answered("f-1", 201, Map.of("Location", "/v1/x"), "{}");
    assertEquals(new Begun.First(), requests().begin("token/a", "k"));
    assertEquals(new Begun.UnderWay(), requests().begin("token/a", "k"));
    assertEquals(new Begun.First(), requests().begin("token/b", "k"));

    requests().keep("token/a", "k", answered);

    assertEquals(new Begun.Before(answered), requests().begin("token/a", "k"));
    assertEquals(new Begun.UnderWay(), requests().begin("token/b", "k"));
  }

  @Test
  default void an_answer_without_a_body_is_kept_without_one() {
    var answered = new Answered("f", 204, Map.of(), null);
    requests().begin("admin", "k");
    requests().keep("admin", "k", answered);

    assertEquals(new Begun.Before(answered), requests().begin("admin", "k"));
  }

  @Test
  default void one_that_is_forgotten_may_begin_again() {
    requests().begin("admin", "k");
    requests().forget("admin", "k");

    assertEquals(new Begun.First(), requests().begin("admin", "k"));
  }

  @Test
  @Tag("race")
  default void of_racing_requests_one_begins() {
    var begun = Race.of(i -> requests().begin("admin", "k"));

    assertEquals(1, Collections.frequency(begun, new Begun.First()));
  }
}
