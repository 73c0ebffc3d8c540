package dev.bellwether.adapter.oidc;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.usecase.port.IdentityTokens.Judgement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens of a provider that serves its discovery document and its keys.
class OidcTokensTest {
  private static RSAKey rsa;
  private static ECKey ec;
  private static RSAKey foreign;

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private HttpServer server;
  private String issuer;
  private OidcTokens tokens;

  @BeforeAll
  static void makeKeys() throws JOSEException {
    rsa = new RSAKeyGenerator(2048).keyID("k1").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("k2").generate();
    foreign = new RSAKeyGenerator(2048).keyID("k1").generate();
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var page = pages.get(exchange.getRequestURI().getPath());
          var body = page == null ? new byte[0] : page.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(
              page == null ? 404 : 200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    issuer = "http://localhost:%d/realm".formatted(server.getAddress().getPort());
    pages.put(
        "/realm/.well-known/openid-configuration",
        "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/keys\"}".formatted(issuer));
    pages.put("/realm/keys", new JWKSet(List.of(rsa, ec)).toString());
    tokens = new OidcTokens(issuer, "bellwether", new OidcTokens.Claims("role", "login"));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void somebody_is_known_by_a_token_signed_by_rsa_or_by_an_elliptic_curve() throws Exception {
    var ada = new Principal("oidc/u-1", "ada", Role.OPERATOR, List.of());

    assertEquals(new Judgement.Known(ada), judged(signed(claims(c -> c))));
    var byCurve = new SignedJWT(header(JWSAlgorithm.ES256, "k2"), claims(c -> c));
    byCurve.sign(new ECDSASigner(ec));
    assertEquals(new Judgement.Known(ada), judged(byCurve.serialize()));
  }

  @Test
  void of_several_roles_the_weightiest_counts_and_globs_limit_it() throws Exception {
    var token =
        signed(
            claims(
                c ->
                    c.claim("role", List.of("viewer", "author", "gardener"))
                        .claim("login", null)
                        .claim(OidcTokens.REPOSITORIES, List.of("octo/*"))));

    assertEquals(
        new Judgement.Known(new Principal("oidc/u-1", "u-1", Role.AUTHOR, List.of("octo/*"))),
        judged(token));
  }

  @Test
  void what_is_not_right_lets_nobody_in_and_nothing_of_it_is_told() throws Exception {
    var another = Date.from(NOW.minusSeconds(61));
    refused(signed(claims(c -> c.issuer("https://evil.example"))));
    refused(signed(claims(c -> c.audience("another"))));
    refused(signed(claims(c -> c.audience((String) null))));
    refused(signed(claims(c -> c.expirationTime(another))));
    refused(signed(claims(c -> c.expirationTime(null))));
    refused(signed(claims(c -> c.notBeforeTime(Date.from(NOW.plusSeconds(61))))));
    refused(signed(claims(c -> c.subject(null))));
    refused(signed(claims(c -> c.claim("role", null))));
    refused(signed(claims(c -> c.claim("role", "gardener"))));
    refused(signed(claims(c -> c.claim("role", Map.of("a", "admin")))));
    refused(signed(claims(c -> c.claim(OidcTokens.REPOSITORIES, List.of()))));
    refused(signed(claims(c -> c.claim(OidcTokens.REPOSITORIES, 7))));
    refused("eyJ.eyJ.");
    refused("eyJhbGciOiJub25lIn0.e30.");
  }

  @Test
  void what_is_not_signed_by_the_provider_lets_nobody_in() throws Exception {
    refused(new PlainJWT(claims(c -> c.claim("role", "admin"))).serialize());
    refused(signed(claims(c -> c), new RSASSASigner(foreign)));
    var token = signed(claims(c -> c));
    var parts = token.split("\\.", -1);
    var admin = claims(c -> c.claim("role", "admin")).toPayload().toBase64URL();
    refused(parts[0] + "." + admin + "." + parts[2]);
    refused(parts[0] + "." + parts[1] + ".");
    var byPublicKey = new SignedJWT(header(JWSAlgorithm.HS256, "k1"), claims(c -> c));
    byPublicKey.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
    refused(byPublicKey.serialize());
    var unknown = new SignedJWT(header(JWSAlgorithm.RS256, "k9"), claims(c -> c));
    unknown.sign(new RSASSASigner(rsa));
    refused(unknown.serialize());
  }

  @Test
  void a_minute_between_the_clocks_is_forgiven() throws Exception {
    var justOver = signed(claims(c -> c.expirationTime(Date.from(NOW.minusSeconds(59)))));

    assertInstanceOf(Judgement.Known.class, judged(justOver));
    assertInstanceOf(Judgement.Refused.class, tokens.of(justOver, NOW.plus(Duration.ofMinutes(1))));
  }

  @Test
  void a_provider_that_cannot_be_asked_is_no_reason_to_call_a_token_wrong() throws Exception {
    var token = signed(claims(c -> c));
    var known = pages.remove("/realm/.well-known/openid-configuration");

    assertInstanceOf(Judgement.Unavailable.class, judged(token));

    pages.put("/realm/.well-known/openid-configuration", "{\"issuer\": \"https://evil.example\"}");
    assertInstanceOf(Judgement.Unavailable.class, judged(token));

    pages.put("/realm/.well-known/openid-configuration", known);
    assertInstanceOf(Judgement.Known.class, judged(token));
  }

  private Judgement judged(String token) {
    return tokens.of(token, NOW);
  }

  private void refused(String token) {
    var refused = assertInstanceOf(Judgement.Refused.class, judged(token), token);
    assertFalse(refused.because().contains("u-1"), refused.because());
    assertFalse(refused.because().contains(token), refused.because());
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience("bellwether")
            .subject("u-1")
            .claim("login", "ada")
            .claim("preferred_username", "octocat")
            .claim("role", "operator")
            .expirationTime(Date.from(NOW.plusSeconds(300)));
    return change.apply(claims).build();
  }

  private static String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, new RSASSASigner(rsa));
  }

  private static String signed(JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
    var token = new SignedJWT(header(JWSAlgorithm.RS256, "k1"), claims);
    token.sign(signer);
    return token.serialize();
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String key) {
    return new JWSHeader.Builder(algorithm).keyID(key).type(JOSEObjectType.JWT).build();
  }
}
