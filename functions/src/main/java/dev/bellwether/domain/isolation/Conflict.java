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
import org.jspecify.annotations.Nullable;

/// Two open branches of different agents that touch the same files.
///
/// @param one the branch whose name comes first
/// @param files that both touch
/// @param toldAt when workflows heard of it; null before
public record Conflict(
    String repository,
    Side one,
    Side other,
    Set<String> files,
    Instant since,
    @Nullable Instant toldAt) {
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
    return new Conflict(one.repository(), side(first), side(second), files, since, null);
  }

  /// Names the two for good: the same two later on, after one was gone, are others.
  public String id() {
    return "%s %s %s@%s".formatted(repository, one.branch(), other.branch(), since);
  }

  /// Copies it as one that workflows have heard of.
  public Conflict told(Instant now) {
    return new Conflict(repository, one, other, files, since, now);
  }

  /// Copies it as the same as one that was found before: since when, and whether it was told, are
  /// that one's.
  public Conflict after(Conflict before) {
    var told = before.toldAt() == null ? toldAt : before.toldAt();
    return new Conflict(repository, one, other, files, before.since(), told);
  }

  /// Tells whether a branch is one of the two.
  public boolean has(String branch) {
    return one.branch().equals(branch) || other.branch().equals(branch);
  }

  /// Tells of it, as of the agent that has just pushed; the other side is told about beside it.
  ///
  /// @param head the last commit of the branch that was pushed
  public Event event(String pushed, String head) {
    var mine = one.branch().equals(pushed) ? one : other;
    var theirs = one.branch().equals(pushed) ? other : one;
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("repository", repository);
    facts.put("agent_name", mine.agent());
    facts.put("branch_name", mine.branch());
    facts.put("head_sha", head);
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
