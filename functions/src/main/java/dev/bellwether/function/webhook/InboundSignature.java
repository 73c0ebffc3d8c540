package dev.bellwether.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.bellwether.usecase.Sha256;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks a signature by Standard Webhooks (`webhook-id`, `webhook-timestamp`,
/// `webhook-signature`), or where there is none of those, by `X-Hub-Signature-256` or
/// `X-Signature-256`.
///
/// The second kind says nothing about time: the same body sent again is the same webhook.
///
/// <https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>
final class InboundSignature {
  /// How far the sender's clock, and what was caught and sent again, may be off.
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String BASE64_SECRET = "whsec_";
  private static final String VERSION = "v1,";
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");

  private InboundSignature() {}

  /// Checks a request.
  ///
  /// @return what tells the webhook from others of its source; nothing when it is not authentic
  static Optional<String> check(String secret, WebhookRequest request, Instant now) {
    var standard = request.header("webhook-signature");
    if (standard.isPresent()) {
      return request
          .header("webhook-id")
          .filter(ID.asMatchPredicate())
          .filter(id -> isStandard(secret, request, id, standard.get(), now));
    }
    return request
        .header("x-hub-signature-256")
        .or(() -> request.header("x-signature-256"))
        .filter(given -> isHex(secret, request.body(), given))
        .map(given -> digest(request.body()));
  }

  private static boolean isStandard(
      String secret, WebhookRequest request, String id, String signatures, Instant now) {
    var timestamp = request.header("webhook-timestamp").filter(SECONDS.asMatchPredicate());
    if (timestamp.isEmpty() || !isRecent(Long.parseLong(timestamp.get()), now)) {
      return false;
    }
    var head = (id + "." + timestamp.get() + ".").getBytes(UTF_8);
    var expected = Base64.getEncoder().encode(Signature.hmac(key(secret), head, request.body()));
    var matches = false;
    for (var one : signatures.split(" ", -1)) {
      if (one.startsWith(VERSION)) {
        var given = one.substring(VERSION.length()).getBytes(UTF_8);
        matches |= MessageDigest.isEqual(expected, given);
      }
    }
    return matches;
  }

  private static boolean isRecent(long seconds, Instant now) {
    var off = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
    return off.compareTo(TOLERANCE) <= 0;
  }

  private static boolean isHex(String secret, byte[] body, String given) {
    var hex = given.startsWith("sha256=") ? given : "sha256=" + given;
    return Signature.isBy(List.of(secret), body, hex);
  }

  /// A secret that says that it is base64 and is not, is taken as it is written.
  private static byte[] key(String secret) {
    if (secret.startsWith(BASE64_SECRET)) {
      try {
        return Base64.getDecoder().decode(secret.substring(BASE64_SECRET.length()));
      } catch (IllegalArgumentException notBase64) {
        return secret.getBytes(UTF_8);
      }
    }
    return secret.getBytes(UTF_8);
  }

  private static String digest(byte[] body) {
    return HexFormat.of().formatHex(Sha256.of(body), 0, 16);
  }
}
