package dev.bellwether.usecase;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TokenTextTest {
  @Test
  void what_is_minted_is_read_and_any_wrong_letter_is_noticed() {
    forAll(
        20261125L,
        200,
        random -> {
          var token = TokenText.mint(random);
          return new Mistake(token, random.nextInt(4, token.text().length()));
        },
        mistake -> {
          assertEquals(Optional.of(mistake.token()), TokenText.read(mistake.token().text()));
          assertEquals(Optional.empty(), TokenText.read(mistake.text()));
        });
  }

  private record Mistake(TokenText token, int at) {
    String text() {
      var letter = token.text().charAt(at) == 'x' ? 'y' : 'x';
      return token.text().substring(0, at) + letter + token.text().substring(at + 1);
    }
  }

  @Test
  void it_has_a_shape_that_scanners_know_and_shows_no_secret() {
    var token = TokenText.mint(new Random(7));

    assertTrue(token.text().matches("bwt_[0-9A-Za-z]{50}"), token.text());
    assertEquals("bwt_" + token.id() + "…", token.toString());
    assertFalse(token.digest().contains(token.text()));
    assertEquals(64, token.digest().length());
  }

  @Test
  void what_is_none_is_not_read() {
    assertEquals(Optional.empty(), TokenText.read(""));
    assertEquals(Optional.empty(), TokenText.read("ghp_" + "a".repeat(50)));
    assertEquals(Optional.empty(), TokenText.read("bwt_" + "a".repeat(50)));
  }
}
