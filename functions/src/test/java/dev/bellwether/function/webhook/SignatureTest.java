package dev.bellwether.function.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  /// The example of GitHub's documentation.
  private static final String SECRET = "It's a Secret to Everybody";

  private static final byte[] BODY = "Hello, World!".getBytes(UTF_8);
  private static final String HEX =
      "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

  @Test
  void computes_what_githubs_documentation_does() {
    assertEquals(HEX, Signature.hexOf(SECRET, BODY));
  }

  @Test
  void either_of_two_secrets_will_do_during_a_rotation() {
    assertTrue(Signature.isBy(List.of(SECRET, "other"), BODY, "sha256=" + HEX));
    assertTrue(Signature.isBy(List.of("other", SECRET), BODY, "sha256=" + HEX));
  }

  @Test
  void without_a_secret_or_a_signature_nothing_is_authentic() {
    assertFalse(Signature.isBy(List.of(), BODY, "sha256=" + HEX));
    assertFalse(Signature.isBy(List.of("other"), BODY, "sha256=" + HEX));
    assertFalse(Signature.isBy(List.of(SECRET), BODY, null));
    assertFalse(Signature.isBy(List.of(SECRET), "Hello, World?".getBytes(UTF_8), "sha256=" + HEX));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha256=",
        "sha1=" + HEX,
        HEX,
        "sha256=" + HEX + "0",
        "sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17",
        "sha256=❤57107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
      })
  void no_other_form_of_header_passes(String header) {
    assertFalse(Signature.isBy(List.of(SECRET), BODY, header));
  }
}
