package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.AgentDesk;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Moves tasks off agents that have stalled or hold too many, each task three times at most.
public final class MoveTasks implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "redistribute_tasks",
          "Moves tasks off agents that have stalled or hold too many.",
          Repeat.SAFE,
          List.of(optional("agent", TEXT, "the only agent to look at; all when left out")));

  private final Supplier<AgentDesk> desk;

  /// Moves tasks by this, which is asked for at each call.
  public MoveTasks(Supplier<AgentDesk> desk) {
    this.desk = desk;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var agent = call.text("agent").map(String::strip);
    if (agent.filter(String::isEmpty).isPresent()) {
      return Outcome.failedForGood(
          "The parameter agent names none: what it is filled from is empty");
    }
    return new Outcome.Done(Map.of("moved", desk.get().redistribute(agent, call.now())));
  }
}
