package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent.Sign;
import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.domain.isolation.Push;
import dev.bellwether.domain.isolation.PushActivity;
import dev.bellwether.domain.isolation.Roster;
import dev.bellwether.domain.isolation.Trespass;
import dev.bellwether.domain.workflow.Event;
import java.time.Instant;
import java.util.Optional;

/// Follows what agents do on GitHub: whatever they do there is a sign of life; their pushes are
/// reported, judged, and looked through for files that other agents touch, too.
///
/// The same event again changes nothing, and tells what a first try did not get to.
public final class WatchAgents {
  private final CachedRoster rosters;
  private final NoteSignOfLife noteSignOfLife;
  private final RecordActivity recordActivity;
  private final FindConflicts findConflicts;
  private final StartWorkflows startWorkflows;
  private final RecordShadows recordShadows;

  /// Works on these.
  public WatchAgents(
      CachedRoster rosters,
      NoteSignOfLife noteSignOfLife,
      RecordActivity recordActivity,
      FindConflicts findConflicts,
      StartWorkflows startWorkflows,
      RecordShadows recordShadows) {
    this.rosters = rosters;
    this.noteSignOfLife = noteSignOfLife;
    this.recordActivity = recordActivity;
    this.findConflicts = findConflicts;
    this.startWorkflows = startWorkflows;
    this.recordShadows = recordShadows;
  }

  /// Takes an event of GitHub in.
  public void on(Event event, Instant now) {
    var roster = rosters.at(now);
    if (roster.isEmpty()) {
      return;
    }
    closed(event).ifPresent(branch -> findConflicts.closed(event.subject().repository(), branch));
    var push = Push.of(event);
    if (push.isPresent()) {
      roster.behind(push.get()).ifPresent(agent -> pushed(push.get(), agent, roster, now));
    } else {
      event
          .facts()
          .text("sender")
          .flatMap(roster::goingBy)
          .ifPresent(agent -> note(agent, event.occurredAt(), now));
    }
  }

  private void pushed(Push push, AgentProfile agent, Roster roster, Instant now) {
    note(agent, push.at(), now);
    var trespasses = Trespass.of(push, agent, roster);
    recordActivity.of(PushActivity.of(push, agent, trespasses, now), now);
    for (var conflict : findConflicts.on(push, agent.name(), now)) {
      tell(conflict, push, now);
      findConflicts.told(conflict, now);
    }
  }

  private void tell(Conflict conflict, Push push, Instant now) {
    var event = conflict.event(push.branch(), push.head());
    var cause = Cause.of("conflict:" + conflict.id(), event.name());
    recordShadows.of(event, cause, startWorkflows.on(event, cause, now), now);
  }

  /// By GitHub's time, unless that is ahead of ours.
  private void note(AgentProfile agent, Instant at, Instant now) {
    var seen = at.isAfter(now) ? now : at;
    noteSignOfLife.of(agent.name(), agent.type(), Sign.ACTIVITY, seen);
  }

  private static Optional<String> closed(Event event) {
    var facts = event.facts();
    var isGone =
        event.name().equals("delete")
            || (event.name().equals("push")
                && facts.get("event.deleted").filter(Boolean.TRUE::equals).isPresent());
    if (isGone) {
      return facts.text("branch");
    }
    var isMerged = facts.get("merged").filter(Boolean.TRUE::equals).isPresent();
    var isOfFork = facts.get("from_fork").filter(Boolean.TRUE::equals).isPresent();
    return event.name().equals("pull_request.closed") && isMerged && !isOfFork
        ? facts.text("head_branch")
        : Optional.empty();
  }
}
