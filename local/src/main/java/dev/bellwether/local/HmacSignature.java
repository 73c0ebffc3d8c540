package dev.bellwether.local;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs webhooks as GitHub does.
record HmacSignature(String secret) {
  static final String HEADER = "x-hub-signature-256";

  private static final String ALGORITHM = "HmacSHA256";

  /// Signs a body.
  String of(byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is in every JDK", e);
    }
  }

  /// Tells whether a body was signed so.
  boolean isOf(byte[] body, String signature) {
    return MessageDigest.isEqual(
        of(body).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "HmacSignature";
  }
}
