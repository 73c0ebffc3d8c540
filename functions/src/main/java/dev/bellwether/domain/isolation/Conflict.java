package dev.bellwether.domain.isolation;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Two open branches of different agents that touch the same files.
///
/// @param one the branch whose name comes first
/// @param files that both touch
public record Conflict(String repository, Side one, Side other, Set<String> files, Instant since) {
  /// More files are counted, and not named.
  private static final int NAMED = 100;

  /// A branch and whose it is.
  public record Side(String branch, String agent) {}

  public Conflict {
    files = Collections.unmodifiableSet(new TreeSet<>(files));
  }

  /// Makes the conflict of two branches, whichever is named first.
  public static Conflict between(
      OpenBranch one, OpenBranch other, Set<String> files, Instant since) {
    var isInOrder = one.name().compareTo(other.name()) < 0;
    var first = isInOrder ? one : other;
    var second = isInOrder ? other : one;
    return new Conflict(one.repository(), side(first), side(second), files, since);
  }

  /// Tells whether a branch is one of the two.
  public boolean has(String branch) {
    return one.branch().equals(branch) || other.branch().equals(branch);
  }

  /// Tells of it, as of the agent that has just pushed; the other side is told about beside it.
  public Event event(String pushed) {
    var mine = one.branch().equals(pushed) ? one : other;
    var theirs = one.branch().equals(pushed) ? other : one;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("repository", repository);
    facts.put("agent_name", mine.agent());
    facts.put("branch_name", mine.branch());
    facts.put("other_agent", theirs.agent());
    facts.put("other_branch", theirs.branch());
    facts.put("files", files.stream().limit(NAMED).toList());
    facts.put("files_changed", files.size());
    var trigger = NamedTrigger.AGENT_CONFLICT.type();
    var subject = new Subject(SubjectKind.AGENT, repository, mine.agent());
    return new Event(trigger.name(), Set.of(trigger), subject, new Facts(facts), since);
  }

  private static Side side(OpenBranch branch) {
    return new Side(branch.name(), branch.agent());
  }
}
