package dev.bellwether.domain.isolation;

import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.domain.condition.Glob;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Knows agents by what they leave on GitHub.
public final class Roster {
  private static final Pattern TRAILER = Pattern.compile("(?mi)^Agent:[ \\t]*(\\S+)[ \\t]*$");
  private static final Pattern TAG = Pattern.compile("\\[([^\\]\\s]{1,100})\\]");

  private final List<AgentProfile> profiles;
  private final BranchConvention convention;

  /// Knows these agents.
  public Roster(Collection<AgentProfile> profiles, BranchConvention convention) {
    this.profiles = List.copyOf(profiles);
    this.convention = convention;
  }

  /// Tells whether there is no agent at all.
  public boolean isEmpty() {
    return profiles.isEmpty();
  }

  /// Finds who made a push: who the last commit says, by an `Agent:` trailer or `[name]` in its
  /// subject; else whose account it was, else whose branch it is.
  public Optional<AgentProfile> behind(Push push) {
    var login = Optional.ofNullable(push.login());
    return signed(push.messages())
        .or(() -> login.flatMap(this::goingBy))
        .or(() -> ownerOf(push.branch()));
  }

  /// Finds whose account one is.
  public Optional<AgentProfile> goingBy(String login) {
    return profiles.stream().filter(profile -> profile.goesBy(login)).findFirst();
  }

  /// Finds whose branch one is: by an agent's own pattern, else by the convention.
  public Optional<AgentProfile> ownerOf(String branch) {
    return profiles.stream()
        .filter(profile -> isOwn(profile, branch))
        .findFirst()
        .or(() -> convention.agentOf(branch).flatMap(this::named));
  }

  /// Tells whether a branch is named as an agent's own branches are to be.
  boolean isNamedFor(AgentProfile profile, String branch) {
    return profile.branchPattern() != null
        ? isOwn(profile, branch)
        : convention.agentOf(branch).filter(profile.name()::equals).isPresent();
  }

  private Optional<AgentProfile> signed(List<String> messages) {
    if (messages.isEmpty()) {
      return Optional.empty();
    }
    var message = messages.getLast();
    var trailer = TRAILER.matcher(message);
    var byTrailer = trailer.find() ? named(trailer.group(1)) : Optional.<AgentProfile>empty();
    return byTrailer.or(
        () ->
            TAG.matcher(message.lines().findFirst().orElse(""))
                .results()
                .flatMap(tag -> named(tag.group(1)).stream())
                .findFirst());
  }

  private Optional<AgentProfile> named(String name) {
    return profiles.stream().filter(profile -> profile.name().equals(name)).findFirst();
  }

  private static boolean isOwn(AgentProfile profile, String branch) {
    var pattern = profile.branchPattern();
    return pattern != null && Glob.of(pattern).filter(glob -> glob.covers(branch)).isPresent();
  }
}
