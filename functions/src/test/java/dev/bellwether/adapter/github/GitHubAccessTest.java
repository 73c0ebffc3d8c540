package dev.bellwether.adapter.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.http.TestServer;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who we are to GitHub: a token we were given, or an App's installation.
class GitHubAccessTest {
  private static final Subject PR = new Subject(SubjectKind.PR, "octo/hello", "42");
  private static final String LABELS = "POST /repos/octo/hello/issues/42/labels";
  private static final String BODY = " {\"labels\":[\"a\"]}";
  private static final String INSTALLATION = "GET /repos/octo/hello/installation";
  private static final String TOKENS = "POST /app/installations/11/access_tokens";
  private static final KeyPair KEYS = keys();

  private final TestServer server = new TestServer();
  private Instant now = Instant.parse("2026-11-25T09:00:00Z");
  private Map<String, String> secret =
      Map.of("app_id", "99", "private_key", pem("PRIVATE KEY", KEYS.getPrivate().getEncoded()));
  private final GitHubLabels labels =
      new GitHubLabels(new GitHubClient(server::base, new Web(() -> now), () -> secret, () -> now));

  GitHubAccessTest() throws IOException {
    server.answer(INSTALLATION, 200, "{\"id\":11,\"app_slug\":\"bellwether\"}");
    server.answer(TOKENS, 201, "{\"token\":\"ghs_one\",\"expires_at\":\"2026-11-25T10:00:00Z\"}");
    server.answer(TOKENS, 201, "{\"token\":\"ghs_two\",\"expires_at\":\"2026-11-25T11:00:00Z\"}");
    server.answer(LABELS, 200, "[]");
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void an_app_takes_a_token_of_its_installation_and_keeps_it() throws Exception {
    label();
    label();

    assertEquals(List.of(INSTALLATION, TOKENS, LABELS + BODY, LABELS + BODY), server.lines());
    assertEquals("token ghs_one", server.asked().get(3).header("Authorization"));
    var jwt = server.asked().get(0).header("Authorization").substring("Bearer ".length());
    var claims = Json.read(Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]));
    assertEquals("99", claims.path("iss").asText());
    assertEquals(now.minusSeconds(60).getEpochSecond(), claims.path("iat").asLong());
    assertTrue(claims.path("exp").asLong() <= now.plusSeconds(600).getEpochSecond());
    assertTrue(isSigned(jwt));
  }

  @Test
  void takes_another_token_shortly_before_the_first_expires() {
    label();
    now = now.plus(Duration.ofMinutes(54));
    label();
    now = now.plus(Duration.ofMinutes(1));
    label();

    assertEquals(
        List.of("token ghs_one", "token ghs_one", "token ghs_two"),
        server.asked().stream()
            .filter(asked -> asked.line().equals(LABELS))
            .map(asked -> asked.header("Authorization"))
            .toList());
  }

  @Test
  void a_token_that_was_refused_is_not_used_again() {
    server.answer(LABELS, 401, "{\"message\":\"Bad credentials\"}");
    server.answer(LABELS, 200, "[]");

    label();
    var refused = assertInstanceOf(Outcome.Failed.class, labels.add(PR, List.of("a")));
    label();

    assertEquals(
        new Failure.Transient(
            "token_refused",
            "GitHub refused the installation's token; a new one is asked for",
            null),
        refused.failure());
    assertEquals("token ghs_two", server.asked().getLast().header("Authorization"));
  }

  @Test
  void a_personal_token_that_was_refused_stays_refused() {
    secret = Map.of("token", "ghp_mine");
    server.answer("POST /repos/octo/other/issues/42/labels", 401, "{}");

    var failed =
        assertInstanceOf(
            Outcome.Failed.class,
            labels.add(new Subject(SubjectKind.PR, "octo/other", "42"), List.of("a")));

    assertInstanceOf(Failure.Permanent.class, failed.failure());
  }

  @Test
  void finds_the_installation_of_a_repository_that_was_renamed() {
    server.answer("GET /repos/octo/old/installation", 301, location("/repositories/7/app"), "");
    server.answer("GET /repositories/7/app", 200, "{\"id\":11,\"app_slug\":\"bellwether\"}");
    server.answer("POST /repos/octo/old/issues/42/labels", 200, "[]");

    var outcome = labels.add(new Subject(SubjectKind.PR, "octo/old", "42"), List.of("a"));

    assertEquals(Outcome.done(), outcome);
  }

  @Test
  void takes_its_credential_to_no_other_host() {
    var elsewhere = Map.of("Location", "http://localhost:1/repositories/7/app");
    server.answer("GET /repos/octo/old/installation", 301, elsewhere, "");

    var failed =
        assertInstanceOf(
            Outcome.Failed.class,
            labels.add(new Subject(SubjectKind.PR, "octo/old", "42"), List.of("a")));

    assertEquals(
        new Failure.Permanent(
            "http_301",
            "GitHub answered 301 to GET /repos/octo/old/installation: the repository was renamed"
                + " or moved"),
        failed.failure());
  }

  private Map<String, String> location(String path) {
    return Map.of("Location", server.base() + path);
  }

  @Test
  void reads_a_key_as_github_hands_it_out_and_as_an_environment_holds_it() {
    var pkcs1 = Arrays.copyOfRange(KEYS.getPrivate().getEncoded(), 26, keyLength());
    var pem = pem("RSA PRIVATE KEY", pkcs1).replace("\n", "\\n");
    secret = Map.of("app_id", "99", "private_key", pem);

    assertEquals(Outcome.done(), labels.add(PR, List.of("a")));
  }

  @Test
  void a_given_token_goes_first_and_asks_nothing() {
    secret = Map.of("token", "ghp_mine", "app_id", "99", "private_key", "x");

    label();

    assertEquals(List.of(LABELS + BODY), server.lines());
    assertEquals("token ghp_mine", server.asked().getFirst().header("Authorization"));
  }

  @Test
  void says_what_to_set_when_nothing_is_set_or_the_key_is_none() {
    for (var wrong :
        List.of(
            Map.<String, String>of(),
            Map.of("token", " "),
            Map.of("app_id", "99"),
            Map.of("app_id", "99", "private_key", "canary"),
            Map.of("app_id", "99", "private_key", pem("RSA PRIVATE KEY", new byte[] {1, 2})))) {
      secret = wrong;

      var failed = assertInstanceOf(Outcome.Failed.class, labels.add(PR, List.of("a")));

      assertInstanceOf(Failure.Permanent.class, failed.failure());
      assertTrue(failed.failure().reason().contains("private_key"));
      assertFalse(failed.failure().reason().contains("canary"));
    }
  }

  private void label() {
    labels.add(PR, List.of("a"));
  }

  private static int keyLength() {
    return KEYS.getPrivate().getEncoded().length;
  }

  private static String pem(String kind, byte[] der) {
    var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(kind, lines.encodeToString(der), kind);
  }

  private static boolean isSigned(String jwt) throws GeneralSecurityException {
    var dot = jwt.lastIndexOf('.');
    var verifier = Signature.getInstance("SHA256withRSA");
    verifier.initVerify(KEYS.getPublic());
    verifier.update(jwt.substring(0, dot).getBytes(StandardCharsets.US_ASCII));
    return verifier.verify(Base64.getUrlDecoder().decode(jwt.substring(dot + 1)));
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }
}
