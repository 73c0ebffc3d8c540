package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.function.Answer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Lets in who sends `Authorization: Bearer <the admin token>`.
///
/// Digests are compared, in constant time, so that an answer's time tells neither the token nor its
/// length. Without a token set up nobody gets in.
final class AdminToken {
  private static final String SCHEME = "bearer ";
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String REALM = "Bearer realm=\"bellwether\"";

  private final Supplier<Optional<String>> token;

  AdminToken(Supplier<Optional<String>> token) {
    this.token = token;
  }

  /// Judges a request.
  ///
  /// @return the answer to one that is not let in; nothing when it is
  Optional<APIGatewayV2HTTPResponse> refuse(ApiRequest request) {
    var given =
        request
            .header("authorization")
            .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
            .map(header -> header.substring(SCHEME.length()).strip());
    if (given.isEmpty()) {
      return Optional.of(
          unauthorized("Send the header Authorization: Bearer <admin token>", REALM));
    }
    var expected = token.get();
    if (expected.isEmpty()) {
      return Optional.of(
          Answer.problem(503, "Admin token not set up", "Set the field token of the admin secret"));
    }
    return MessageDigest.isEqual(digest(expected.get()), digest(given.get()))
        ? Optional.empty()
        : Optional.of(
            unauthorized("This is not the admin token", REALM + ", error=\"invalid_token\""));
  }

  private static APIGatewayV2HTTPResponse unauthorized(String detail, String challenge) {
    return Answer.problem(401, "Unauthorized", detail, Map.of(CHALLENGE, challenge));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
