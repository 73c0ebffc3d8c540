package dev.bellwether.adapter.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.usecase.port.IdentityTokens;
import java.text.ParseException;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Judges the JSON Web Tokens of one OpenID Connect provider, by its public keys.
///
/// Taken are signatures by RSA and by elliptic curves, of tokens that the issuer made for our
/// audience and that are not over, give or take a minute
/// (<https://openid.net/specs/openid-connect-core-1_0.html#IDTokenValidation>). Whose they are says
/// `sub`; a claim says the role, and without one nobody is let in; the claim [#REPOSITORIES] may
/// limit it.
public final class OidcTokens implements IdentityTokens {
  /// The claim that limits somebody to repositories: a list of globs over `owner/name`.
  static final String REPOSITORIES = "bellwether_repositories";

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /// Of several roles that a token names, the first of these counts.
  private static final List<Role> BY_WEIGHT =
      List.of(Role.ADMIN, Role.AUTHOR, Role.OPERATOR, Role.VIEWER, Role.AGENT);

  private final String issuer;
  private final String audience;
  private final Claims claims;
  private final ProviderKeys keys;

  /// Which claims say what.
  ///
  /// @param role the role: a text, or a list of them
  /// @param name by what name somebody approves and an agent reports. It has to be one that nobody
  ///   can change for themselves; where a token lacks it, it is the subject
  public record Claims(String role, String name) {}

  /// Takes the tokens of a provider.
  ///
  /// @param issuer its address, as tokens have it in `iss`
  /// @param audience what tokens must have in `aud`
  public OidcTokens(String issuer, String audience, Claims claims) {
    this.issuer = issuer;
    this.audience = audience;
    this.claims = claims;
    this.keys = new ProviderKeys(issuer);
  }

  @Override
  public Judgement of(String token, Instant now) {
    JWKSource<SecurityContext> source;
    try {
      source = keys.source();
    } catch (KeySourceException unreachable) {
      return unavailable(unreachable);
    }
    try {
      return judged(processor(source, now).process(token, null));
    } catch (KeySourceException unreachable) {
      return unavailable(unreachable);
    } catch (ParseException | BadJOSEException | JOSEException refused) {
      return new Judgement.Refused(
          "The token of %s is not taken: %s".formatted(issuer, reason(refused)));
    }
  }

  private Judgement judged(JWTClaimsSet token) {
    var subject = token.getSubject();
    var role = role(token.getClaim(claims.role()));
    if (role.isEmpty()) {
      return new Judgement.Refused(
          "The token of %s has no role of ours in the claim %s".formatted(issuer, claims.role()));
    }
    var limits = token.getClaim(REPOSITORIES);
    if (limits != null && texts(limits).findAny().isEmpty()) {
      return new Judgement.Refused(
          "The token of %s has no list of globs in the claim %s".formatted(issuer, REPOSITORIES));
    }
    var repositories = texts(limits).toList();
    var name = texts(token.getClaim(claims.name())).findFirst().orElse(subject);
    return new Judgement.Known(new Principal("oidc/" + subject, name, role.get(), repositories));
  }

  private Optional<Role> role(@Nullable Object claim) {
    var named = texts(claim).toList();
    return BY_WEIGHT.stream().filter(role -> named.contains(role.wireName())).findFirst();
  }

  private static Stream<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case String text -> Stream.of(text);
      case Collection<?> several ->
          several.stream().filter(String.class::isInstance).map(String.class::cast);
      case null, default -> Stream.empty();
    };
  }

  private DefaultJWTProcessor<SecurityContext> processor(
      JWKSource<SecurityContext> source, Instant now) {
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
    var exactly = new JWTClaimsSet.Builder().issuer(issuer).build();
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            new HashSet<>(Set.of(audience)), exactly, Set.of("sub", "exp"), null) {
          @Override
          protected Date currentTime() {
            return Date.from(now);
          }
        });
    return processor;
  }

  private Judgement unavailable(KeySourceException because) {
    return new Judgement.Unavailable(
        "The keys of %s cannot be read: %s".formatted(issuer, because.getMessage()));
  }

  private static String reason(Exception refused) {
    return Optional.ofNullable(refused.getMessage()).orElse("it cannot be read");
  }
}
