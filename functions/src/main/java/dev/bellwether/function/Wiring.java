package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoEdgeStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoScheduleStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowVersions;
import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.json.InboundEvents;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.sla.BuildResult;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.usecase.AcknowledgeByComment;
import dev.bellwether.usecase.AnswerApproval;
import dev.bellwether.usecase.CancelExecution;
import dev.bellwether.usecase.Escalate;
import dev.bellwether.usecase.OpenSubjects;
import dev.bellwether.usecase.ReceiveWebhook;
import dev.bellwether.usecase.RecordShadows;
import dev.bellwether.usecase.ReplayExecution;
import dev.bellwether.usecase.RequeueStuckExecutions;
import dev.bellwether.usecase.RunExecution;
import dev.bellwether.usecase.RunWorkflow;
import dev.bellwether.usecase.StartDueWorkflows;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.SteerIncident;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.port.DeadLetters;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.ExecutionReader;
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
  private final SlaWiring sla;
  private final AccessWiring access;
  private final CoordinationWiring coordination;
  private final Lazy<ActionWiring> acting;
  private final Lazy<Actions> actions = new Lazy<>(() -> acting().actions());
  private final Lazy<RunExecution> runExecution = new Lazy<>(this::buildRunExecution);
  private final Lazy<StartWorkflows> startWorkflows =
      new Lazy<>(() -> executing().startWorkflows());
  private final Lazy<ReceiveWebhook> receiveWebhook = new Lazy<>(this::buildReceiveWebhook);
  private final Lazy<StartDueWorkflows> startDue = new Lazy<>(this::buildStartDueWorkflows);
  private final Lazy<RequeueStuckExecutions> requeueStuck = new Lazy<>(this::buildRequeueStuck);
  private final Lazy<Escalate> escalate = new Lazy<>(this::buildEscalate);

  /// Wires for an environment.
  public Wiring(Environment environment) {
    this.environment = environment;
    this.aws = new AwsWiring(environment);
    this.executing = new ExecutionWiring(environment, aws);
    this.sla = new SlaWiring(environment, aws);
    this.access = new AccessWiring(environment, aws);
    this.coordination = new CoordinationWiring(environment, aws, sla, startWorkflows);
    this.acting = new Lazy<>(() -> new ActionWiring(environment, aws, executing, coordination));
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

  /// Keeps the time.
  public SlaWiring sla() {
    return sla;
  }

  /// Starts scheduled workflows.
  public StartDueWorkflows startDueWorkflows() {
    return startDue.get();
  }

  /// Finds executions that got stuck.
  public RequeueStuckExecutions requeueStuckExecutions() {
    return requeueStuck.get();
  }

  /// Steers executions.
  public Steering steering() {
    return executing.steering();
  }

  /// Answers violations.
  public Escalate escalate() {
    return escalate.get();
  }

  /// Finds the token that the management API asks for.
  public Optional<String> adminToken() {
    return aws.secret("ADMIN_SECRET_ARN").field("token");
  }

  /// Looks into the queues.
  public DeadLetters deadLetters() {
    return aws.deadLetters();
  }

  /// Says who may do what, and keeps who did what.
  public AccessWiring access() {
    return access;
  }

  /// Coordinates agents.
  public CoordinationWiring coordination() {
    return coordination;
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

  /// Lets people take care of incidents.
  public SteerIncident steerIncident() {
    return new SteerIncident(sla.incidents(), aws.executions(), aws.executionQueue());
  }

  /// Runs workflows for people.
  public RunWorkflow runWorkflow() {
    return new RunWorkflow(workflows(), openSubjects(), startWorkflows.get());
  }

  /// Tells what would happen, what would have, and why something did not.
  public SimulationWiring simulations() {
    return new SimulationWiring(gitHubEvents(), deliveries(), workflowVersions(), actions());
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
    sla.observeClocks().on(event, now);
    BuildResult.of(event).forEach(sla.buildResults()::record);
    executing.answerByComment().on(event, now);
    new AcknowledgeByComment(sla.incidents(), steerIncident()).on(event, now);
    coordination.watchAgents().on(event, now);
  }

  private OpenSubjects openSubjects() {
    return new OpenSubjects(sla.clockReader(), aws.clocks());
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
        sla.violations(),
        sla.incidents(),
        sla.muting(),
        sla.onCall(),
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
