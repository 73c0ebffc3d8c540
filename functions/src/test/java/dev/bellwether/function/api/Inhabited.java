package dev.bellwether.function.api;

import static dev.bellwether.testing.Given.NOW;

import dev.bellwether.domain.access.Principal;
import dev.bellwether.domain.access.Role;
import dev.bellwether.domain.agent.Agent;
import dev.bellwether.domain.agent.AgentActivity;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.escalation.Incident;
import dev.bellwether.domain.escalation.Silence;
import dev.bellwether.domain.execution.Ending;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.GivenAgents;
import dev.bellwether.usecase.ManageTokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// An API with one thing of every kind behind it, whose ids are the same each time.
final class Inhabited {
  static final String WORKFLOW = "review";
  static final String DELIVERY = "delivery-1";
  static final Execution QUEUED = Given.anExecution(DELIVERY, NOW);
  static final Execution WAITING =
      Given.anExecutionOf(
          Given.aWorkflowOf(Execution.APPROVAL).withVersion(1), "delivery-2", NOW.minusSeconds(10));
  static final Execution ENDED = Given.anExecution("delivery-3", NOW.minusSeconds(20));

  private static final Ending FAILED = new Ending(ExecutionState.FAILED, "it failed");

  private Inhabited() {}

  /// Starts one anew.
  static ApiClient client() {
    var client = new ApiClient();
    client.workflows.save(Given.aWorkflow(WORKFLOW));
    client.workflows.save(Given.aWorkflow(WORKFLOW).withVersion(1));
    client.executions.create(QUEUED);
    recorded(client, WAITING, Inhabited::waiting);
    recorded(client, ENDED, running -> running.endedAt(NOW, FAILED));
    client.deliveries.record(Given.aDelivery(DELIVERY, NOW));
    client.coordinated.agents.save(Agent.of(GivenAgents.aProfile("build"), NOW));
    client.coordinated.tasks.save(GivenAgents.aTask("build"));
    var held = GivenAgents.aTask("held").assignedTo("build", NOW);
    client.coordinated.tasks.save(GivenAgents.made(held));
    var clock = Given.aClock(7001, NOW.minusSeconds(700));
    client.clocks.create(clock);
    var violation = clock.violation(Level.WARNING, NOW);
    client.violations.record(violation);
    client.incidents.save(Incident.of(violation));
    client.silences.save(
        new Silence(
            "build", new Condition.All(List.of()), NOW, NOW.plusSeconds(3600), "ada", "a release"));
    client.activities.record(
        new AgentActivity(
            "report-1",
            NOW,
            "build",
            "coder",
            "commit",
            Map.of("files", List.of("a.txt")),
            "octo/hello",
            "feat/build/x",
            42,
            "0123abc",
            1.5,
            "completed",
            NOW));
    var wish = new ManageTokens.Wish("ci", Role.VIEWER, List.of("octo/*"), Duration.ofDays(1));
    client.tokens.create(wish, Principal.ROOT, NOW);
    return client;
  }

  private static void recorded(
      ApiClient client, Execution execution, UnaryOperator<Execution> goingOn) {
    client.executions.create(execution);
    client.executions.claim(execution.id(), "w", NOW, NOW.plusSeconds(45));
    client.executions.record(goingOn.apply(execution.running()), "w", NOW);
  }

  private static Execution waiting(Execution running) {
    return running
        .withStep(0, step -> step.startedAt(NOW, Map.of()))
        .withStep(0, step -> step.pendingUntil(NOW.plusSeconds(60), "an approval", Map.of()))
        .waitingUntil(NOW.plusSeconds(60));
  }

  /// Finds the id of a thing that a route is about.
  static String idFor(ApiClient client, Route route) {
    return switch (route.pattern().getLast().equals("mcp") ? "mcp" : route.pattern().get(1)) {
      case "executions" -> QUEUED.id().value();
      case "deliveries" -> DELIVERY;
      case "incidents" -> client.incidents.open(1).getFirst().key();
      case "templates" -> "size-labels";
      case "tokens" -> client.tokens.all().getFirst().id();
      case "workflows" -> WORKFLOW;
      default -> "build";
    };
  }
}
