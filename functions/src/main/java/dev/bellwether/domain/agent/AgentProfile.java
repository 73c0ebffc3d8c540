package dev.bellwether.domain.agent;

import dev.bellwether.domain.condition.Glob;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is known of an agent before it does anything: what it can, what is its own, and how it is
/// recognized on GitHub.
///
/// @param skills what it can, in lower case
/// @param capacity how many tasks it works on at once; with 0 it is given none
/// @param ownedPaths globs over files that are its own; empty where it may touch every file
/// @param branchPattern a glob over the branches that are its own; null where the convention says
/// @param logins its accounts on GitHub, in lower case
public record AgentProfile(
    String name,
    String type,
    List<String> skills,
    int capacity,
    List<String> ownedPaths,
    @Nullable String branchPattern,
    List<String> logins) {
  /// More than any worker does at once; a bound, so that one cannot take everything.
  public static final int MOST_CAPACITY = 100;

  public AgentProfile {
    if (name.isBlank() || capacity < 0 || capacity > MOST_CAPACITY) {
      throw new IllegalArgumentException(
          "An agent has a name, and a capacity from 0 to %d".formatted(MOST_CAPACITY));
    }
    skills = lower(skills);
    ownedPaths = List.copyOf(ownedPaths);
    logins = lower(logins);
  }

  /// Makes the profile of an agent that nobody has described: one task at a time, no skills.
  public static AgentProfile unknown(String name, String type) {
    return new AgentProfile(name, type, List.of(), 1, List.of(), null, List.of());
  }

  /// Tells whether it can all of that.
  public boolean can(Collection<String> wanted) {
    return skills.containsAll(lower(wanted));
  }

  /// Tells whether an account on GitHub is its.
  public boolean goesBy(String login) {
    return logins.contains(login.toLowerCase(Locale.ROOT));
  }

  /// Lists those of some files that are not its own; none where it owns no files in particular.
  public List<String> strangersAmong(Collection<String> files) {
    var owned = globs();
    return owned.isEmpty()
        ? List.of()
        : files.stream().filter(file -> owned.stream().noneMatch(g -> g.covers(file))).toList();
  }

  /// Counts those of some files that are its own in particular.
  public int ownedAmong(Collection<String> files) {
    return ownedPaths.isEmpty() ? 0 : files.size() - strangersAmong(files).size();
  }

  private List<Glob> globs() {
    return ownedPaths.stream().flatMap(glob -> Glob.of(glob).stream()).toList();
  }

  private static List<String> lower(Collection<String> words) {
    return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).sorted().distinct().toList();
  }
}
