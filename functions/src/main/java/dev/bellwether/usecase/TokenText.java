package dev.bellwether.usecase;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// A token as its holder has it: `bwt_`, an id of 12 letters and digits, a secret of 32 (190 bits),
/// and a checksum of 6, the CRC-32 of all before it.
///
/// So scanners of leaked secrets know one when they see it, and most mistakes in copying are told
/// without a look into the store.
public record TokenText(String id, String text) {
  private static final String PREFIX = "bwt_";
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int ID_LENGTH = 12;
  private static final int SECRET_LENGTH = 32;
  private static final int CHECKSUM_LENGTH = 6;
  private static final Pattern SHAPE =
      Pattern.compile(
          "%s[0-9A-Za-z]{%d}".formatted(PREFIX, ID_LENGTH + SECRET_LENGTH + CHECKSUM_LENGTH));

  /// Makes one that nobody can guess, as far as nobody can guess the numbers.
  public static TokenText mint(RandomGenerator random) {
    var body = new StringBuilder(PREFIX);
    for (int i = 0; i < ID_LENGTH + SECRET_LENGTH; i++) {
      body.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return read(body + checksum(body.toString())).orElseThrow();
  }

  /// Reads one; nothing where it is none, or was copied badly.
  public static Optional<TokenText> read(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    var end = text.length() - CHECKSUM_LENGTH;
    return checksum(text.substring(0, end)).equals(text.substring(end))
        ? Optional.of(
            new TokenText(text.substring(PREFIX.length(), PREFIX.length() + ID_LENGTH), text))
        : Optional.empty();
  }

  /// Computes what is kept of it.
  public String digest() {
    return Sha256.hex(text);
  }

  /// Tells whether this is the text that a digest is of, in constant time.
  boolean isOf(String kept) {
    return MessageDigest.isEqual(
        digest().getBytes(StandardCharsets.US_ASCII), kept.getBytes(StandardCharsets.US_ASCII));
  }

  /// Shows no secret, wherever it is printed.
  @Override
  public String toString() {
    return PREFIX + id + "…";
  }

  private static String checksum(String body) {
    var crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    var digits = new StringBuilder();
    for (var rest = crc.getValue(); digits.length() < CHECKSUM_LENGTH; rest /= ALPHABET.length()) {
      digits.append(ALPHABET.charAt(Math.toIntExact(rest % ALPHABET.length())));
    }
    return digits.reverse().toString();
  }
}
