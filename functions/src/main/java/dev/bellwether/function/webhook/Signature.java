package dev.bellwether.function.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Checks `X-Hub-Signature-256`: `sha256=` and the hex HMAC-SHA256 of the raw body.
///
/// <https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries>
final class Signature {
  private static final String PREFIX = "sha256=";
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// Tells whether any of the secrets signed the body; takes the same time for every wrong header
  /// of the right length. More than one secret is for the days of a rotation.
  static boolean isBy(Collection<String> secrets, byte[] body, @Nullable String header) {
    if (header == null || !header.startsWith(PREFIX)) {
      return false;
    }
    var given = header.substring(PREFIX.length()).getBytes(StandardCharsets.US_ASCII);
    var matches = false;
    for (var secret : secrets) {
      var expected = hexOf(secret, body).getBytes(StandardCharsets.US_ASCII);
      matches |= MessageDigest.isEqual(expected, given);
    }
    return matches;
  }

  /// Computes the hex HMAC-SHA256 of a body.
  static String hexOf(String secret, byte[] body) {
    return HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), body));
  }

  /// Computes the HMAC-SHA256 of parts put together.
  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
