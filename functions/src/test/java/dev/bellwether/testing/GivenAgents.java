package dev.bellwether.testing;

import static dev.bellwether.testing.Given.NOW;

import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.AgentProfile;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.Brief;
import dev.bellwether.domain.agent.Brief.Trust;
import dev.bellwether.domain.agent.Patience;
import java.time.Instant;
import java.util.List;

/// Agents and tasks to test with.
public final class GivenAgents {
  private GivenAgents() {}

  /// An agent for one task at a time, with no skills and no files of its own.
  public static AgentProfile aProfile(String name) {
    return AgentProfile.unknown(name, "coder");
  }

  /// An agent with a capacity and files of its own.
  public static AgentProfile aProfile(String name, int capacity, String... ownedPaths) {
    return new AgentProfile(
        name, "coder", List.of("java"), capacity, List.of(ownedPaths), null, List.of(name));
  }

  /// An agent that did something just then.
  public static Agent anAgent(AgentProfile profile, Instant active) {
    return Agent.of(profile, active).heard(Agent.Sign.ACTIVITY, active, Patience.STANDARD);
  }

  /// What a task is about.
  public static Brief aBrief(String title, String... paths) {
    return new Brief(
        title, "Do it", Trust.TRUSTED, "octo/hello", null, null, List.of(), List.of(paths), 1);
  }

  /// A task in the queue since [Given#NOW].
  public static AgentTask aTask(String id) {
    return AgentTask.of(id, aBrief("Task " + id), NOW);
  }

  /// The task as a change has made it.
  public static AgentTask made(Change change) {
    return switch (change) {
      case Change.Made(var task) -> task;
      case Change.Refused(var why) -> throw new AssertionError("Refused: " + why);
    };
  }
}
