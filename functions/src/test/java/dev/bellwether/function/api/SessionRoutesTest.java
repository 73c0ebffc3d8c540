package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.testing.Given;
import dev.bellwether.usecase.ManageTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRoutesTest {
  private static final Map<String, String> JSON = Map.of("content-type", "application/json");
  private static final String STEERING = "/v1/incidents/none/acknowledge";

  private final ApiClient client = new ApiClient();
  private final ManageTokens.Created operator =
      client.tokens.create(
          new ManageTokens.Wish("ada", Role.OPERATOR, List.of(), null), Principal.ROOT, Given.NOW);

  @Test
  void who_signs_in_has_a_cookie_that_no_script_and_no_other_site_can_use() {
    var answer = signIn(operator.text().text(), JSON);

    assertEquals(201, answer.getStatusCode());
    assertEquals("ada", json(answer).required("name").textValue());
    assertEquals("[\"read\",\"steer\"]", json(answer).required("may").toString());
    var cookie = answer.getCookies().getFirst();
    assertTrue(cookie.contains("; HttpOnly; SameSite=Strict; Max-Age=43200"), cookie);
    assertTrue(cookie.endsWith("; Secure"), cookie);
    assertFalse(answer.getBody().contains(operator.text().text()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "127.0.0.1:8080", "localhost", "[::1]:8080"})
  void on_ones_own_machine_the_cookie_needs_no_tls(String host) {
    assertFalse(cookieFor(host).contains("Secure"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost.evil.test", "evil.test", "api.example.com:443"})
  void anywhere_else_it_does(String host) {
    assertTrue(cookieFor(host).endsWith("; Secure"));
  }

  private String cookieFor(String host) {
    var headers = new HashMap<>(JSON);
    headers.put("host", host);
    return signIn(operator.text().text(), headers).getCookies().getFirst();
  }

  @Test
  void a_wrong_token_signs_nobody_in() {
    assertEquals(401, signIn("bwt_nonsense", JSON).getStatusCode());
    assertEquals(400, signIn(" ", JSON).getStatusCode());
  }

  @Test
  void a_session_reads_and_with_the_header_of_our_own_page_it_changes() {
    var signedIn = signIn(operator.text().text(), JSON);
    var csrf = json(signedIn).required("csrf_token").textValue();

    assertEquals(200, with(signedIn, "GET", "/v1/workflows", Map.of()).getStatusCode());
    assertEquals(
        csrf,
        json(with(signedIn, "GET", "/v1/session", Map.of())).required("csrf_token").textValue());
    assertEquals(
        404, with(signedIn, "POST", STEERING, Map.of("x-bellwether-csrf", csrf)).getStatusCode());
  }

  @Test
  void another_sites_request_changes_nothing() {
    var signedIn = signIn(operator.text().text(), JSON);

    assertEquals(403, with(signedIn, "POST", STEERING, Map.of()).getStatusCode());
    assertEquals(
        403, with(signedIn, "POST", STEERING, Map.of("x-bellwether-csrf", "x")).getStatusCode());
    assertEquals(403, with(signedIn, "DELETE", "/v1/silences/x", Map.of()).getStatusCode());
  }

  @Test
  void a_token_that_is_revoked_ends_its_sessions_at_once() {
    var signedIn = signIn(operator.text().text(), JSON);
    client.send("DELETE", "/v1/tokens/" + operator.token().id(), null);

    assertEquals(401, with(signedIn, "GET", "/v1/workflows", Map.of()).getStatusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "bnVsbA", "Ynd0X25vbnNlbnNl"})
  void a_cookie_that_is_not_ours_lets_nobody_in(String value) {
    var event = ApiClient.request("GET", "/v1/workflows", Map.of(), null);
    event.setCookies(List.of("other=1", "bellwether_session=" + value));

    assertEquals(401, client.send(event).getStatusCode());
  }

  @Test
  void who_signs_out_has_no_cookie_any_more() {
    var answer = client.send(ApiClient.request("DELETE", "/v1/session", Map.of(), null));

    assertEquals(204, answer.getStatusCode());
    assertTrue(answer.getCookies().getFirst().startsWith("bellwether_session=; "));
    assertTrue(answer.getCookies().getFirst().contains("Max-Age=0"));
  }

  private APIGatewayV2HTTPResponse signIn(String token, Map<String, String> headers) {
    var body = "{\"token\": \"%s\"}".formatted(token);
    return client.send(ApiClient.request("POST", "/v1/session", headers, body));
  }

  private APIGatewayV2HTTPResponse with(
      APIGatewayV2HTTPResponse signedIn, String method, String path, Map<String, String> more) {
    var headers = new HashMap<>(JSON);
    headers.putAll(more);
    var event = ApiClient.request(method, path, headers, method.equals("POST") ? "{}" : null);
    var cookie = signedIn.getCookies().getFirst();
    event.setCookies(List.of(cookie.substring(0, cookie.indexOf(';'))));
    return client.send(event);
  }
}
