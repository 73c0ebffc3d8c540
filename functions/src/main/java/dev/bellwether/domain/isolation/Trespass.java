package dev.bellwether.domain.isolation;

import dev.bellwether.domain.agent.AgentProfile;
import java.util.ArrayList;
import java.util.List;

/// How a push went beyond what is its agent's.
///
/// @param what the branch, or the files, in words
public record Trespass(Kind kind, String what) {
  /// The ways to go too far.
  public enum Kind {
    /// The branch is nobody's, and not named as branches are to be.
    BRANCH_NAME,
    /// The branch is another agent's.
    BRANCH_OF_ANOTHER,
    /// Files are not among those that the agent owns.
    FILES_OF_OTHERS
  }

  /// Files beyond these are counted only.
  private static final int NAMED = 5;

  /// Judges a push of an agent.
  public static List<Trespass> of(Push push, AgentProfile agent, Roster roster) {
    var found = new ArrayList<Trespass>();
    var owner = roster.ownerOf(push.branch()).filter(o -> !o.name().equals(agent.name()));
    if (owner.isPresent()) {
      var whose = "%s is a branch of %s".formatted(push.branch(), owner.get().name());
      found.add(new Trespass(Kind.BRANCH_OF_ANOTHER, whose));
    } else if (!roster.isNamedFor(agent, push.branch())) {
      found.add(new Trespass(Kind.BRANCH_NAME, push.branch()));
    }
    var strangers = agent.strangersAmong(push.files()).stream().sorted().toList();
    if (!strangers.isEmpty()) {
      found.add(new Trespass(Kind.FILES_OF_OTHERS, inWords(strangers)));
    }
    return found;
  }

  private static String inWords(List<String> files) {
    var named = String.join(", ", files.stream().limit(NAMED).toList());
    var more = files.size() - NAMED;
    return more > 0 ? "%s and %d more".formatted(named, more) : named;
  }
}
