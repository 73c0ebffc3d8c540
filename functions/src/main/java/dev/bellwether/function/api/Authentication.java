package dev.bellwether.function.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.function.Answer;
import dev.bellwether.usecase.Sha256;
import dev.bellwether.usecase.port.IdentityTokens;
import dev.bellwether.usecase.port.IdentityTokens.Judgement;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Lets in who sends `Authorization: Bearer <token>`, or the cookie of a [Session]: the stack's own
/// admin token, those that were made by [TokenRoutes], and those of an identity provider where one
/// is set up.
///
/// Digests are compared, in constant time, so that an answer's time tells neither a token nor its
/// length. Without an admin token set up it lets nobody in.
final class Authentication {
  private static final String SCHEME = "bearer ";
  private static final String CHALLENGE = "WWW-Authenticate";
  private static final String REALM = "Bearer realm=\"bellwether\"";
  private static final String INVALID = REALM + ", error=\"invalid_token\"";

  /// A header in base64, which begins with a brace and a quote, and two more parts.
  private static final Pattern JWT = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*");

  private final Supplier<Optional<String>> adminToken;
  private final Supplier<Api> api;
  private final InstantSource clock;

  Authentication(Supplier<Optional<String>> adminToken, Supplier<Api> api, InstantSource clock) {
    this.adminToken = adminToken;
    this.api = api;
    this.clock = clock;
  }

  /// How a request was judged.
  sealed interface Verdict {
    /// It is from somebody.
    record In(Principal principal) implements Verdict {}

    /// It is from nobody; what it is answered.
    record Out(APIGatewayV2HTTPResponse answer) implements Verdict {}
  }

  /// Judges a request.
  Verdict of(ApiRequest request) {
    var bearer =
        request
            .header("authorization")
            .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
            .map(header -> header.substring(SCHEME.length()).strip());
    if (bearer.isPresent()) {
      return of(bearer.get());
    }
    var session = Session.of(request);
    if (session.isEmpty()) {
      return out("Send the header Authorization: Bearer <token>", REALM);
    }
    return session.get().isMeant(request)
        ? of(session.get().token())
        : new Verdict.Out(
            Answer.problem(
                403,
                "Forbidden",
                "Send the header %s with what signing in answered".formatted(Session.CSRF_HEADER)));
  }

  /// Judges who has a token.
  Verdict of(String token) {
    var admin = adminToken.get();
    if (admin.isEmpty()) {
      return new Verdict.Out(
          Answer.problem(503, "Admin token not set up", "Set the field token of the admin secret"));
    }
    if (MessageDigest.isEqual(Sha256.of(admin.get()), Sha256.of(token))) {
      return new Verdict.In(Principal.ROOT);
    }
    return JWT.matcher(token).matches()
        ? api.get().identities().map(provider -> of(provider, token)).orElseGet(() -> made(token))
        : made(token);
  }

  private Verdict of(IdentityTokens provider, String token) {
    return switch (provider.of(token, clock.instant())) {
      case Judgement.Known(var principal) -> new Verdict.In(principal);
      case Judgement.Refused(var because) -> out(because, INVALID);
      case Judgement.Unavailable(var because) ->
          new Verdict.Out(Answer.problem(503, "Identity provider unavailable", because));
    };
  }

  private Verdict made(String token) {
    return api.get()
        .tokens()
        .principal(token, clock.instant())
        .<Verdict>map(Verdict.In::new)
        .orElseGet(
            () -> out("This token lets nobody in: it is none, was revoked, or is over", INVALID));
  }

  private static Verdict out(String detail, String challenge) {
    return new Verdict.Out(
        Answer.problem(401, "Unauthorized", detail, Map.of(CHALLENGE, challenge)));
  }
}
