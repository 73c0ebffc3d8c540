package dev.bellwether.local.lambda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.local.template.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RouterTest {
  private static final Router ROUTER =
      new Router(
          List.of(
              new Route("ANY", "/v1/{proxy+}", "greedy"),
              new Route("ANY", "/v1/workflows/{id}", "any"),
              new Route("GET", "/v1/workflows/{id}", "get"),
              new Route("GET", "/v1/workflows/newest", "literal"),
              new Route("GET", "/", "root")));

  @ParameterizedTest
  @CsvSource({
    "GET,  /v1/workflows/newest, literal",
    "GET,  /v1/workflows/7,      get",
    "PUT,  /v1/workflows/7,      any",
    "GET,  /v1/workflows/7/runs, greedy",
    "POST, /v1/anything,         greedy",
    "GET,  /,                    root",
    "POST, /,                    -",
    "GET,  /v1,                  -",
    "GET,  /v2/x,                -",
  })
  void the_most_specific_route_is_taken(String method, String path, String function) {
    assertEquals(
        function, ROUTER.match(method, path).map(match -> match.route().function()).orElse("-"));
  }

  @Test
  void variables_are_decoded_and_a_greedy_one_takes_the_rest() {
    assertEquals(
        Optional.of(Map.of("proxy", "a b/c+d")),
        ROUTER.match("GET", "/v1/a%20b/c+d").map(Router.Match::pathParameters));
  }

  @Test
  void the_default_route_takes_what_no_other_does() {
    var router =
        new Router(List.of(new Route("ANY", "/$default", "rest"), new Route("GET", "/a", "a")));

    assertEquals("a", router.match("GET", "/a").orElseThrow().route().function());
    assertEquals("$default", router.match("GET", "/b").orElseThrow().route().key());
  }
}
