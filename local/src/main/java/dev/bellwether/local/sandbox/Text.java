package dev.bellwether.local.sandbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// Makes the texts that GitHub's documents are full of: identities, times, encoded names.
final class Text {
  private Text() {}

  /// Writes a time as GitHub does, to the second.
  static String time(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// Makes an identity that is the same for the same name, also after a restart.
  static long id(String name) {
    var crc = new CRC32();
    crc.update(name.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() + 1;
  }

  /// Makes a commit's name out of what is known about it: 40 hexadecimal digits.
  static String sha(String of) {
    return digest("SHA-1", of);
  }

  /// Makes an entity tag of a document.
  static String etag(String document) {
    return "\"" + digest("SHA-256", document) + "\"";
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// Decodes a part of a path, where a plus is a plus.
  static String decode(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /// Enumerates for a sentence: `a, b and c`.
  static String and(Collection<String> names) {
    var all = String.join(", ", names);
    var last = all.lastIndexOf(", ");
    return last < 0 ? all : all.substring(0, last) + " and " + all.substring(last + 2);
  }

  private static String digest(String algorithm, String of) {
    try {
      var digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(of.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("Every Java has " + algorithm, e);
    }
  }
}
