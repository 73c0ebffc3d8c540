package dev.bellwether.domain.isolation;

import java.util.List;
import java.util.Optional;

/// How branches of agents are named: parts between slashes, of which `{type}`, `{agent}` and
/// `{feature}` stand for any word, and the last part for all that is left.
public final class BranchConvention {
  /// `feat/ada/cache`.
  public static final BranchConvention STANDARD = of("{type}/{agent}/{feature}").orElseThrow();

  private static final String AGENT = "{agent}";

  private final List<String> parts;

  private BranchConvention(List<String> parts) {
    this.parts = parts;
  }

  /// Reads a convention; nothing when a part of it is empty or none is `{agent}`.
  public static Optional<BranchConvention> of(String text) {
    var parts = List.of(text.split("/", -1));
    var isWhole = parts.stream().noneMatch(String::isBlank) && parts.contains(AGENT);
    return isWhole ? Optional.of(new BranchConvention(parts)) : Optional.empty();
  }

  /// Finds whose branch one is; nobody's when it is named in another way.
  public Optional<String> agentOf(String branch) {
    var words = List.of(branch.split("/", -1));
    if (words.size() < parts.size() || words.stream().anyMatch(String::isBlank)) {
      return Optional.empty();
    }
    var agent = Optional.<String>empty();
    for (int i = 0; i < parts.size(); i++) {
      var isLast = i == parts.size() - 1;
      var word = isLast ? String.join("/", words.subList(i, words.size())) : words.get(i);
      if (!isPlaceholder(parts.get(i)) && !parts.get(i).equals(word)) {
        return Optional.empty();
      }
      agent = parts.get(i).equals(AGENT) ? Optional.of(word) : agent;
    }
    return agent;
  }

  /// Writes it as it was read.
  public String text() {
    return String.join("/", parts);
  }

  private static boolean isPlaceholder(String part) {
    return part.startsWith("{") && part.endsWith("}");
  }
}
