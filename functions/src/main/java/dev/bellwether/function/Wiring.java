package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoAgentActivityStore;
import dev.bellwether.adapter.dynamodb.DynamoClockReader;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoEdgeStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoIncidentStore;
import dev.bellwether.adapter.dynamodb.DynamoScheduleStore;
import dev.bellwether.adapter.dynamodb.DynamoSettingsStore;
import dev.bellwether.adapter.dynamodb.DynamoSilenceStore;
import dev.bellwether.adapter.dynamodb.DynamoViolationStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowVersions;
import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.holidays.PublicHolidays;
import dev.bellwether.adapter.json.InboundEvents;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.json.PolicyReader;
import dev.bellwether.adapter.json.Reading;
import dev.bellwether.adapter.json.RotationReader;
import dev.bellwether.domain.escalation.Rotation;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.usecase.AnswerApproval;
import dev.bellwether.usecase.CachedPolicies;
import dev.bellwether.usecase.CancelExecution;
import dev.bellwether.usecase.CheckSlas;
import dev.bellwether.usecase.Escalate;
import dev.bellwether.usecase.EscalateAnew;
import dev.bellwether.usecase.ObserveClocks;
import dev.bellwether.usecase.OpenSubjects;
import dev.bellwether.usecase.RaiseLevel;
import dev.bellwether.usecase.ReceiveWebhook;
import dev.bellwether.usecase.RecordActivity;
import dev.bellwether.usecase.RecordShadows;
import dev.bellwether.usecase.ReplayExecution;
import dev.bellwether.usecase.RequeueStuckExecutions;
import dev.bellwether.usecase.RunExecution;
import dev.bellwether.usecase.RunWorkflow;
import dev.bellwether.usecase.StartDueWorkflows;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.IncidentStore;
import dev.bellwether.usecase.port.OnCall;
import dev.bellwether.usecase.port.PolicyCatalog;
import dev.bellwether.usecase.port.SettingsStore;
import dev.bellwether.usecase.port.SilenceStore;
import dev.bellwether.usecase.port.ViolationStore;
import dev.bellwether.usecase.port.WorkflowStore;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The composition root: builds what the handlers call, each thing once, and nothing before it is
/// asked for.
public final class Wiring {
  private final Environment environment;
  private final AwsWiring aws;
  private final ExecutionWiring executing;
  private final Lazy<ActionWiring> acting;
  private final Lazy<Actions> actions = new Lazy<>(() -> acting().actions());
  private final Lazy<RunExecution> runExecution = new Lazy<>(this::buildRunExecution);
  private final Lazy<StartWorkflows> startWorkflows =
      new Lazy<>(() -> executing().startWorkflows());
  private final Lazy<ReceiveWebhook> receiveWebhook = new Lazy<>(this::buildReceiveWebhook);
  private final Lazy<ObserveClocks> observeClocks = new Lazy<>(this::buildObserveClocks);
  private final Lazy<PolicyCatalog> policies = new Lazy<>(this::buildPolicies);
  private final Lazy<RaiseLevel> raiseLevel = new Lazy<>(this::buildRaiseLevel);
  private final Lazy<CheckSlas> checkSlas = new Lazy<>(this::buildCheckSlas);
  private final Lazy<StartDueWorkflows> startDue = new Lazy<>(this::buildStartDueWorkflows);
  private final Lazy<RequeueStuckExecutions> requeueStuck = new Lazy<>(this::buildRequeueStuck);
  private final Lazy<Escalate> escalate = new Lazy<>(this::buildEscalate);

  /// Wires for an environment.
  public Wiring(Environment environment) {
    this.environment = environment;
    this.aws = new AwsWiring(environment);
    this.executing = new ExecutionWiring(environment, aws);
    this.acting = new Lazy<>(() -> new ActionWiring(environment, aws, executing));
  }

  /// Tells what it wires for.
  public Environment environment() {
    return environment;
  }

  /// Takes webhooks in.
  public ReceiveWebhook receiveWebhook() {
    return receiveWebhook.get();
  }

  /// Lists the secrets that a webhook may be signed with: the current one, and the previous one for
  /// the days of a rotation.
  public List<String> webhookSecrets() {
    var secret = aws.secret("WEBHOOK_SECRET_ARN");
    return Stream.of("current", "previous").flatMap(name -> secret.field(name).stream()).toList();
  }

  /// Takes webhooks of sources other than GitHub in.
  public ReceiveWebhook receiveInbound() {
    return new ReceiveWebhook(
        new InboundEvents(), startWorkflows.get(), (event, now) -> {}, deliveries());
  }

  /// Finds the secret of a source; one without is unknown.
  public Optional<String> inboundSecret(String source) {
    return aws.secret("WEBHOOK_SECRET_ARN").field("sources." + source);
  }

  /// Does what taking a webhook in does, up to where anybody would notice: for priming.
  public void rehearseWebhooks() {
    var now = environment.clock().instant();
    var payload = "{\"action\": \"opened\", \"pull_request\": {}, \"organization\": {}}";
    new GitHubEvents().read("pull_request", payload.getBytes(StandardCharsets.UTF_8), now);
    receiveWebhook();
    aws.catalog().listeningTo(Set.of(), now);
    aws.rehearse();
  }

  /// Lists the action types. Listing asks for no variable, so any function may; performing does.
  public Actions actions() {
    return actions.get();
  }

  /// Carries executions on.
  public RunExecution runExecution() {
    return runExecution.get();
  }

  /// Does what carrying an execution out does, up to where anybody would notice: for priming.
  public void rehearseActions() {
    runExecution().run(new ExecutionId("rehearsal"), "rehearsal");
    acting().rehearse();
  }

  /// Announces the levels that clocks reach.
  public RaiseLevel raiseLevel() {
    return raiseLevel.get();
  }

  /// Sweeps the clocks that are due.
  public CheckSlas checkSlas() {
    return checkSlas.get();
  }

  /// Starts scheduled workflows.
  public StartDueWorkflows startDueWorkflows() {
    return startDue.get();
  }

  /// Finds executions that got stuck.
  public RequeueStuckExecutions requeueStuckExecutions() {
    return requeueStuck.get();
  }

  /// Cancels executions.
  public CancelExecution cancelExecution() {
    return executing.cancel();
  }

  /// Carries executions out once more.
  public ReplayExecution replayExecution() {
    return executing.replay();
  }

  /// Approves of executions, and rejects them.
  public AnswerApproval answerApproval() {
    return executing.answerApproval();
  }

  /// Answers violations.
  public Escalate escalate() {
    return escalate.get();
  }

  /// Finds the token that the management API asks for.
  public Optional<String> adminToken() {
    return aws.secret("ADMIN_SECRET_ARN").field("token");
  }

  /// Keeps workflows.
  public WorkflowStore workflows() {
    return new DynamoWorkflowStore(aws.workflowsTable());
  }

  /// Reads every version of workflows.
  public WorkflowVersions workflowVersions() {
    return new DynamoWorkflowVersions(aws.workflowsTable());
  }

  /// Reads executions.
  public ExecutionReader executionReader() {
    return new DynamoExecutionReader(aws.executionsTable());
  }

  /// Keeps what became of webhooks.
  public DeliveryStore deliveries() {
    return new DynamoDeliveryStore(aws.executionsTable());
  }

  /// Reads SLA clocks.
  public ClockReader clockReader() {
    return new DynamoClockReader(aws.slaTable());
  }

  /// Keeps violations.
  public ViolationStore violations() {
    return new DynamoViolationStore(aws.slaTable());
  }

  /// Keeps incidents.
  public IncidentStore incidents() {
    return new DynamoIncidentStore(aws.slaTable());
  }

  /// Keeps silences.
  public SilenceStore silences() {
    return new DynamoSilenceStore(aws.slaTable());
  }

  /// Escalates anew what nobody holds any more.
  public EscalateAnew escalateAnew() {
    return new EscalateAnew(incidents(), aws.clocks(), aws.violationEvents());
  }

  /// Keeps what agents report.
  public AgentActivityStore agentActivities() {
    return new DynamoAgentActivityStore(aws.agentActivityTable());
  }

  /// Takes what agents report.
  public RecordActivity recordActivity() {
    return new RecordActivity(
        agentActivities(),
        observeClocks.get(),
        startWorkflows.get(),
        new RecordShadows(deliveries()));
  }

  /// Runs workflows for people.
  public RunWorkflow runWorkflow() {
    return new RunWorkflow(workflows(), openSubjects(), startWorkflows.get());
  }

  /// Tells what would happen, what would have, and why something did not.
  public SimulationWiring simulations() {
    return new SimulationWiring(gitHubEvents(), deliveries(), workflows(), actions());
  }

  /// Does what answering a violation does, up to where anybody would notice: for priming.
  public void rehearseEscalations() {
    escalate();
    aws.catalog().listeningTo(Set.of(), environment.clock().instant());
    workflows().find(Escalate.EMERGENCY);
    aws.rehearse();
  }

  private ExecutionWiring executing() {
    return executing;
  }

  private ActionWiring acting() {
    return acting.get();
  }

  private ReceiveWebhook buildReceiveWebhook() {
    return new ReceiveWebhook(gitHubEvents(), startWorkflows.get(), this::observe, deliveries());
  }

  private GitHubEvents gitHubEvents() {
    return new GitHubEvents(environment.optional("GITHUB_LOGIN").orElse(""));
  }

  private void observe(Event event, Instant now) {
    observeClocks.get().on(event, now);
    executing.answerByComment().on(event, now);
  }

  private OpenSubjects openSubjects() {
    return new OpenSubjects(clockReader(), aws.clocks());
  }

  private ObserveClocks buildObserveClocks() {
    return new ObserveClocks(
        aws.clocks(), aws.timerQueue(), policies.get(), aws.resolutionEvents());
  }

  /// Keeps what a team sets Bellwether up by.
  public SettingsStore settings() {
    return new DynamoSettingsStore(aws.slaTable());
  }

  /// Reads what a team promises.
  public PolicyReader policyReader() {
    return new PolicyReader(new PublicHolidays(environment.clock()));
  }

  /// Tells who is on call.
  public OnCall onCall() {
    return now ->
        settings()
            .find(OnCall.DOCUMENT)
            .map(found -> rotations(found.document()))
            .orElse(List.of())
            .stream()
            .flatMap(rotation -> rotation.at(now).stream())
            .toList();
  }

  private static List<Rotation> rotations(String document) {
    return switch (RotationReader.read(Json.read(document))) {
      case Reading.Accepted<List<Rotation>>(var read) -> read;
      case Reading.Refused<List<Rotation>>(var faults) ->
          throw new IllegalStateException("The rotations cannot be read: " + faults);
    };
  }

  private PolicyCatalog buildPolicies() {
    var reader = policyReader();
    return new CachedPolicies(
        this::settings,
        document ->
            switch (reader.read(Json.read(document))) {
              case Reading.Accepted<Policies>(var read) -> read;
              case Reading.Refused<Policies>(var faults) ->
                  throw new IllegalStateException("The policies cannot be read: " + faults);
            });
  }

  private RaiseLevel buildRaiseLevel() {
    return new RaiseLevel(aws.clocks(), aws.timerQueue(), aws.violationEvents());
  }

  private CheckSlas buildCheckSlas() {
    return new CheckSlas(aws.clocks(), aws.timerQueue(), raiseLevel.get());
  }

  private StartDueWorkflows buildStartDueWorkflows() {
    return new StartDueWorkflows(
        new DynamoScheduleStore(aws.workflowsTable()),
        openSubjects(),
        new DynamoEdgeStore(aws.workflowsTable()),
        executionReader(),
        startWorkflows.get(),
        new RecordShadows(deliveries()));
  }

  private RequeueStuckExecutions buildRequeueStuck() {
    return new RequeueStuckExecutions(executionReader(), aws.executionQueue());
  }

  private Escalate buildEscalate() {
    return new Escalate(
        violations(),
        incidents(),
        silences(),
        onCall(),
        aws.executions(),
        executionReader(),
        aws.executionQueue(),
        aws.catalog(),
        workflows(),
        startWorkflows.get(),
        new RecordShadows(deliveries()));
  }

  private RunExecution buildRunExecution() {
    return executing.runExecution(actions(), () -> acting().lookups());
  }
}
