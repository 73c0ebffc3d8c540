package dev.bellwether.adapter.github;

import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;

/// A GitHub App's private key: signs the tokens by which the App asks for its installations.
///
/// <https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app>
final class AppKey {
  /// GitHub's clock may be behind ours; it asks for this much.
  private static final Duration DRIFT = Duration.ofMinutes(1);

  private static final Duration VALID = Duration.ofMinutes(9);

  /// The frame around a PKCS #1 key that makes it PKCS #8: version 0, the algorithm rsaEncryption.
  private static final byte[] RSA = Base64.getDecoder().decode("AgEAMA0GCSqGSIb3DQEBAQUA");

  private final String appId;
  private final PrivateKey key;

  private AppKey(String appId, PrivateKey key) {
    this.appId = appId;
    this.key = key;
  }

  /// Reads a key as GitHub hands it out (`BEGIN RSA PRIVATE KEY`) or as PKCS #8 (`BEGIN PRIVATE
  /// KEY`); line breaks may be written `\n`, as environment variables have them.
  ///
  /// @throws Refused when it is neither
  static AppKey parse(String appId, String pem) {
    var base64 = pem.replace("\\n", "\n").replaceAll("-----[^-]+-----|\\s", "");
    try {
      var der = Base64.getDecoder().decode(base64);
      var pkcs8 = pem.contains("BEGIN RSA PRIVATE KEY") ? framed(der) : der;
      var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      return new AppKey(appId, key);
    } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
      throw Refused.forGood(
          "private_key in the GitHub secret is not an RSA key in PEM form; paste the whole .pem"
              + " file that GitHub made for the App");
    }
  }

  /// Signs a token that says we are the App.
  String jwt(Instant now) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iat", now.minus(DRIFT).getEpochSecond());
    claims.put("exp", now.plus(VALID).getEpochSecond());
    claims.put("iss", appId);
    var signed = base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + base64(Json.write(claims));
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed
          + "."
          + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA256withRSA", e);
    }
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] framed(byte[] pkcs1) {
    return tagged(0x30, joined(RSA, tagged(0x04, pkcs1)));
  }

  /// DER: a tag, the length in two bytes, the content.
  private static byte[] tagged(int tag, byte[] content) {
    var length = content.length;
    return joined(
        new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length}, content);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
