package dev.bellwether.domain.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Who owns which files, as a `CODEOWNERS` file says:
/// <https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners>.
///
/// The last line that matches a file decides, also where it names nobody. As on GitHub, a line with
/// a fault is left out: one that begins with `!`, has `[`, or names somebody who can be none.
/// Owners by e-mail are not asked, as nothing tells whose address it is.
public final class CodeOwners {
  private static final Pattern OWNER =
      Pattern.compile("@[A-Za-z0-9](?:[A-Za-z0-9_-]*)(?:/[A-Za-z0-9._-]+)?|[^\\s@]+@[^\\s@]+");
  private static final String ANY_FOLDERS = "**";

  private final List<Line> lines;

  private CodeOwners(List<Line> lines) {
    this.lines = lines;
  }

  /// Who is to be asked.
  ///
  /// @param users logins
  /// @param teams slugs
  public record Owners(Set<String> users, Set<String> teams) {}

  private record Line(List<String> pattern, boolean isFolder, List<String> owners) {}

  /// Reads a file's text.
  public static CodeOwners parse(String text) {
    var lines = new ArrayList<Line>();
    text.lines().forEach(line -> read(line, lines));
    return new CodeOwners(lines);
  }

  private static void read(String text, List<Line> lines) {
    var words = words(text);
    if (words.isEmpty()) {
      return;
    }
    var pattern = words.getFirst();
    var owners = words.subList(1, words.size());
    if (!pattern.startsWith("!")
        && !pattern.contains("[")
        && owners.stream().allMatch(OWNER.asMatchPredicate())) {
      lines.add(new Line(segments(pattern), pattern.endsWith("/"), owners));
    }
  }

  /// Splits at spaces that no backslash precedes, up to a comment.
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
      } else if (c == '#' && word.isEmpty()) {
        break;
      } else if (!Character.isWhitespace(c)) {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  /// A pattern without a slash, but for one at its end, is looked for in every folder.
  private static List<String> segments(String pattern) {
    var path = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    var segments = new ArrayList<>(Arrays.asList(path.split("/")));
    if (segments.size() == 1 && !pattern.startsWith("/")) {
      segments.addFirst(ANY_FOLDERS);
    }
    return segments;
  }

  /// Finds the owners of any of some files.
  public Owners of(Collection<String> files) {
    var users = new LinkedHashSet<String>();
    var teams = new LinkedHashSet<String>();
    for (var file : files) {
      for (var owner : ownersOf(file)) {
        var slash = owner.indexOf('/');
        if (owner.startsWith("@")) {
          (slash < 0 ? users : teams).add(owner.substring(slash < 0 ? 1 : slash + 1));
        }
      }
    }
    return new Owners(users, teams);
  }

  private List<String> ownersOf(String file) {
    var path = Arrays.asList(file.split("/"));
    return lines.reversed().stream()
        .filter(line -> matches(line, 0, path, 0))
        .findFirst()
        .map(Line::owners)
        .orElse(List.of());
  }

  /// What is below a folder that matches is matched, but for a pattern that ends in a lone `*`.
  private static boolean matches(Line line, int at, List<String> path, int depth) {
    var pattern = line.pattern();
    if (at == pattern.size()) {
      var isWhole = depth == path.size();
      return isWhole ? !line.isFolder() : !pattern.getLast().equals("*");
    }
    var segment = pattern.get(at);
    if (segment.equals(ANY_FOLDERS)) {
      var isLast = at == pattern.size() - 1;
      return isLast
          ? depth < path.size()
          : matches(line, at + 1, path, depth)
              || (depth < path.size() && matches(line, at, path, depth + 1));
    }
    return depth < path.size()
        && isLike(segment, path.get(depth))
        && matches(line, at + 1, path, depth + 1);
  }

  /// Compares a name with `*` and `?`: after a mismatch the last star takes one character more.
  private static boolean isLike(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int taken = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        taken = n;
      } else if (p < pattern.length()
          && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++taken;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
