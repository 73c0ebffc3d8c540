package dev.bellwether.function.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.usecase.port.IdentityTokens.Judgement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Who comes with a token of an identity provider.
class IdentityTest {
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1LTEifQ.c2ln";

  private final ApiClient client = new ApiClient();

  @Test
  void gets_in_as_who_they_are_and_no_further_than_their_role() {
    judged(new Judgement.Known(new Principal("oidc/u-1", "ada", Role.VIEWER, List.of())));

    assertEquals(200, status("GET", "/v1/workflows"));
    assertEquals(403, status("GET", "/v1/tokens"));
    assertEquals(
        "oidc/u-1",
        ApiClient.json(client.as(TOKEN, "GET", "/v1/session", null)).path("id").asText());
  }

  @Test
  void stays_out_with_a_token_that_is_not_taken_and_is_asked_to_wait_while_it_cannot_be_told() {
    judged(new Judgement.Refused("it is over"));
    assertEquals(401, status("GET", "/v1/workflows"));

    judged(new Judgement.Unavailable("no answer"));
    assertEquals(503, status("GET", "/v1/workflows"));
  }

  @Test
  void stays_out_where_no_provider_is_set_up() {
    assertEquals(401, status("GET", "/v1/workflows"));
  }

  @Test
  void a_token_of_ours_is_not_shown_to_the_provider() {
    client.identities =
        Optional.of(
            (token, now) -> {
              throw new AssertionError("It was shown " + token);
            });

    assertEquals(401, client.as("bwt_nonsense", "GET", "/v1/workflows", null).getStatusCode());
    assertEquals(200, client.get("/v1/workflows").getStatusCode());
  }

  private void judged(Judgement judgement) {
    client.identities = Optional.of((token, now) -> judgement);
  }

  private int status(String method, String path) {
    return client.as(TOKEN, method, path, null).getStatusCode();
  }
}
