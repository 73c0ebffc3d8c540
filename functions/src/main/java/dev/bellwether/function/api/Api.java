package dev.bellwether.function.api;

import dev.bellwether.adapter.json.DefinitionReader;
import dev.bellwether.adapter.json.PolicyReader;
import dev.bellwether.adapter.json.RotationReader;
import dev.bellwether.adapter.json.SimulationReader;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.function.Steering;
import dev.bellwether.function.Wiring;
import dev.bellwether.function.api.SimulationRoutes.Simulating;
import dev.bellwether.usecase.AuditTrail;
import dev.bellwether.usecase.CachedPolicies;
import dev.bellwether.usecase.ManageTokens;
import dev.bellwether.usecase.RecordActivity;
import dev.bellwether.usecase.RunWorkflow;
import dev.bellwether.usecase.SteerIncident;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.DeadLetters;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.IdentityTokens;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.OnCall;
import dev.bellwether.usecase.port.RequestStore;
import dev.bellwether.usecase.port.SettingsStore;
import dev.bellwether.usecase.port.SilenceStore;
import dev.bellwether.usecase.port.ViolationStore;
import dev.bellwether.usecase.port.WorkflowStore;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the API answers from.
record Api(
    WorkflowStore workflows,
    WorkflowVersions versions,
    List<ActionSignature> actionTypes,
    ExecutionReader executions,
    DeliveryStore deliveries,
    ClockReader clocks,
    ViolationStore violations,
    IncidentStore incidents,
    SteerIncident steerIncident,
    SilenceStore silences,
    SettingsStore settings,
    PolicyReader policyReader,
    OnCall onCall,
    AgentActivityStore activities,
    RecordActivity recordActivity,
    Coordination coordination,
    RunWorkflow runWorkflow,
    Steering steering,
    Simulating simulating,
    ManageTokens tokens,
    Optional<IdentityTokens> identities,
    RequestStore requests,
    DeadLetters deadLetters,
    AuditTrail auditTrail,
    InstantSource clock) {
  Api {
    actionTypes = List.copyOf(actionTypes);
  }

  /// Answers from the stores of an environment.
  static Api of(Wiring wiring) {
    return new Api(
        wiring.workflows(),
        wiring.workflowVersions(),
        wiring.actions().signatures(),
        wiring.executionReader(),
        wiring.deliveries(),
        wiring.sla().clockReader(),
        wiring.sla().violations(),
        wiring.sla().incidents(),
        wiring.steerIncident(),
        wiring.sla().silences(),
        wiring.sla().settings(),
        wiring.sla().policyReader(),
        wiring.sla().onCall(),
        wiring.coordination().agentActivities(),
        wiring.coordination().recordActivity(),
        Coordination.of(wiring.coordination()),
        wiring.runWorkflow(),
        wiring.steering(),
        Simulating.of(wiring.simulations()),
        wiring.access().tokens(),
        wiring.access().identities(),
        wiring.access().requests(),
        wiring.deadLetters(),
        wiring.access().auditTrail(),
        wiring.environment().clock());
  }

  private List<Route> ofAgents() {
    return Stream.of(
            new AgentRoutes(activities, recordActivity, coordination, clock).routes(),
            new AgentProfileRoutes(coordination, clock).routes(),
            new AgentTaskRoutes(coordination, clock).routes(),
            new FileRoutes(coordination.declareFiles(), clock).routes())
        .flatMap(List::stream)
        .toList();
  }

  /// Lists every route for whoever was let in.
  List<Route> routes() {
    var reader = new DefinitionReader(actionTypes);
    var saving = new Saving(workflows);
    return Stream.of(
            new WorkflowRoutes(workflows, reader, saving).routes(),
            new VersionRoutes(versions).routes(),
            new TemplateRoutes(reader, saving).routes(),
            new ActionTypeRoutes(actionTypes).routes(),
            new ExecutionRoutes(executions, clock).routes(),
            new DeliveryRoutes(deliveries, steering.replayDelivery(), clock).routes(),
            new SteeringRoutes(steering, executions, clock).routes(),
            new SlaRoutes(clocks, violations, clock).routes(),
            new SettingsRoutes(
                    settings, "/v1/sla/policies", CachedPolicies.DOCUMENT, policyReader::read)
                .routes(),
            new SettingsRoutes(settings, "/v1/on-call", OnCall.DOCUMENT, RotationReader::read)
                .routes(),
            new OnCallRoutes(onCall, clock).routes(),
            new IncidentRoutes(incidents, steerIncident, clock).routes(),
            new SilenceRoutes(silences, incidents, clock).routes(),
            ofAgents(),
            new McpRoutes(ofAgents()).routes(),
            new TaskRoutes(coordination, clock).routes(),
            new IsolationRoutes(coordination, activities).routes(),
            new SimulationRoutes(
                    workflows, deliveries, new SimulationReader(reader), simulating, clock)
                .routes(),
            new RunRoutes(runWorkflow, clock).routes(),
            new TokenRoutes(tokens, clock).routes(),
            new AuditRoutes(auditTrail, clock).routes(),
            new SystemRoutes(deadLetters).routes())
        .flatMap(List::stream)
        .toList();
  }
}
