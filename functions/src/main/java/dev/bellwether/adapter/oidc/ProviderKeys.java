package dev.bellwether.adapter.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import dev.bellwether.adapter.json.Json;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Finds a provider's public keys by its discovery document
/// (<https://openid.net/specs/openid-connect-discovery-1_0.html>), and keeps them: they are read
/// anew every five minutes, and when a token names a key that is not among them, at most every 30
/// seconds.
final class ProviderKeys {
  private static final String DISCOVERY = "/.well-known/openid-configuration";
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int MOST_BYTES = 256 * 1024;

  private final String issuer;
  private final DefaultResourceRetriever web =
      new DefaultResourceRetriever(millis(PATIENCE), millis(PATIENCE), MOST_BYTES);
  private @Nullable JWKSource<SecurityContext> found;

  ProviderKeys(String issuer) {
    this.issuer = issuer;
  }

  /// Finds the keys; what was found once is kept, and asked for the keys of the day.
  ///
  /// @throws KeySourceException when the provider cannot be reached, or is another
  synchronized JWKSource<SecurityContext> source() throws KeySourceException {
    if (found == null) {
      found = JWKSourceBuilder.<SecurityContext>create(keysUrl(), web).retrying(true).build();
    }
    return found;
  }

  private URL keysUrl() throws KeySourceException {
    var address = issuer.replaceAll("/$", "") + DISCOVERY;
    JsonNode document;
    try {
      document = Json.read(web.retrieveResource(url(address)).getContent());
    } catch (IOException | Json.Malformed unreadable) {
      throw new KeySourceException(address + " cannot be read", unreadable);
    }
    if (!document.path("issuer").asText().equals(issuer)) {
      throw new KeySourceException(address + " is about another issuer");
    }
    try {
      return url(document.path("jwks_uri").asText());
    } catch (MalformedURLException noAddress) {
      throw new KeySourceException(address + " has no jwks_uri", noAddress);
    }
  }

  private static URL url(String address) throws MalformedURLException {
    try {
      return URI.create(address).toURL();
    } catch (IllegalArgumentException noAddress) {
      throw new MalformedURLException(address + " is no address");
    }
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
