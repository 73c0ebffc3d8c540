package dev.bellwether.domain.condition;

import com.google.re2j.Pattern;
import java.util.Optional;

/// Globs over paths, branches and names: `*` for anything but a slash, `**` for anything, `?` for
/// one character but a slash, `[a-z]`, and `{one,other}`. `**/` may stand for no folder at all.
///
/// Most texts are told by how they begin and end, and only the rest by the pattern.
public final class Glob {
  private final GlobText text;
  private final Pattern pattern;

  private Glob(GlobText text) {
    this.text = text;
    this.pattern = Pattern.compile(text.expression());
  }

  /// Reads a glob; nothing when it is faulty.
  public static Optional<Glob> of(String text) {
    return fault(text).isPresent() ? Optional.empty() : Optional.of(new Glob(GlobText.of(text)));
  }

  /// Says what is wrong with a glob.
  public static Optional<String> fault(String text) {
    if (text.length() > Patterns.LONGEST) {
      return Optional.of("A glob has at most %d characters".formatted(Patterns.LONGEST));
    }
    return Patterns.fault(GlobText.of(text).expression()).isPresent()
        ? Optional.of("No glob: a bracket or a brace in '%s' is not closed".formatted(text))
        : Optional.empty();
  }

  /// Tells whether a text matches, as far as that is told in bounded time.
  public boolean covers(String text) {
    return matches(text, new Effort()) == Truth.TRUE;
  }

  Truth matches(String seen, Effort effort) {
    if (!seen.startsWith(text.start()) || !seen.endsWith(text.end())) {
      return Truth.FALSE;
    }
    return switch (text.rest()) {
      case NOTHING -> Truth.of(seen.length() == text.start().length());
      case ANYTHING -> Truth.TRUE;
      case PATTERN -> Patterns.find(pattern, seen, effort);
    };
  }
}
