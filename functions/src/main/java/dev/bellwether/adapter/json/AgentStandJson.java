package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.Assignment;
import dev.bellwether.domain.agent.Assignment.Candidate;

/// Writes for people how agents are, and why tasks went to whom.
public final class AgentStandJson {
  private AgentStandJson() {}

  /// Writes how an agent is: its profile, and beside it `state`, what it holds and how it has done.
  public static ObjectNode write(Candidate candidate) {
    var agent = candidate.agent();
    var json = AgentProfileJson.write(agent.profile());
    json.put("state", Fields.constant(candidate.state()));
    json.put("tasks", candidate.load().tasks());
    json.put("waiting_tasks", candidate.load().waiting());
    json.put("weight", candidate.load().weight());
    if (!agent.seenAt().equals(Agent.NEVER)) {
      json.put("seen_at", agent.seenAt().toString());
    }
    if (!agent.activeAt().equals(Agent.NEVER)) {
      json.put("active_at", agent.activeAt().toString());
    }
    json.put("done", agent.done());
    json.put("failed", agent.failed());
    return json;
  }

  /// Writes whom a task went to, and what was thought of every agent.
  public static ObjectNode write(Assignment assignment) {
    var json = Json.object();
    Fields.putIfPresent(json, "agent", assignment.agent().orElse(null));
    Fields.putList(
        json,
        "because",
        assignment.because(),
        thought -> Json.object().put("agent", thought.agent()).put("text", thought.text()));
    return json;
  }
}
