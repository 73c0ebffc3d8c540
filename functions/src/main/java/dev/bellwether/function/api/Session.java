package dev.bellwether.function.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Somebody who signed in with a browser: their token is in a cookie that no script can read and
/// that goes to no other site. Nothing is kept on our side, so a token that was revoked ends its
/// sessions at once.
///
/// What changes anything must carry a header beside, with a value that is computed from the token
/// and that only our own page knows: a browser sends cookies along for any page of the same site.
record Session(String token) {
  static final String CSRF_HEADER = "x-bellwether-csrf";
  private static final String COOKIE = "bellwether_session";
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD");
  private static final int SECONDS = 12 * 3600;
  private static final String HMAC = "HmacSHA256";

  /// Finds the session of a request.
  static Optional<Session> of(ApiRequest request) {
    return request.cookie(COOKIE).flatMap(Session::decoded).map(Session::new);
  }

  /// Tells whether our own page sent the request, or it changes nothing.
  boolean isMeant(ApiRequest request) {
    return HARMLESS.contains(request.method())
        || request
            .header(CSRF_HEADER)
            .filter(given -> MessageDigest.isEqual(bytes(given), bytes(csrfToken())))
            .isPresent();
  }

  /// Computes what our own page sends along.
  String csrfToken() {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(bytes(token), HMAC));
      return encoded(mac.doFinal(bytes("csrf")));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + HMAC, e);
    }
  }

  /// Writes the cookie.
  String cookie(ApiRequest request) {
    return cookie(request, encoded(bytes(token)), SECONDS);
  }

  /// Writes the cookie that ends a session.
  static String end(ApiRequest request) {
    return cookie(request, "", 0);
  }

  /// On one's own machine HTTP is spoken without TLS, and some browsers do not take a cookie there
  /// that needs it.
  private static String cookie(ApiRequest request, String value, int seconds) {
    var host = request.header("host").orElse("");
    var isOwnMachine = host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    return "%s=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s"
        .formatted(COOKIE, value, seconds, isOwnMachine ? "" : "; Secure");
  }

  private static Optional<String> decoded(String value) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
          .filter(token -> !token.isEmpty());
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static String encoded(byte[] value) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Session[…]";
  }
}
