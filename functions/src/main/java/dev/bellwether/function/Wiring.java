package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoClockReader;
import dev.bellwether.adapter.dynamodb.DynamoClockStore;
import dev.bellwether.adapter.dynamodb.DynamoDb;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoEdgeStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoExecutionStore;
import dev.bellwether.adapter.dynamodb.DynamoScheduleStore;
import dev.bellwether.adapter.dynamodb.DynamoViolationStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowCatalog;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowStore;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.adapter.eventbridge.EventBridge;
import dev.bellwether.adapter.eventbridge.EventBridgeViolations;
import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.secrets.CachedSecrets;
import dev.bellwether.adapter.secrets.Secret;
import dev.bellwether.adapter.sqs.Sqs;
import dev.bellwether.adapter.sqs.SqsExecutionQueue;
import dev.bellwether.adapter.sqs.SqsTimerQueue;
import dev.bellwether.usecase.CheckSlas;
import dev.bellwether.usecase.Escalate;
import dev.bellwether.usecase.ObserveClocks;
import dev.bellwether.usecase.RaiseLevel;
import dev.bellwether.usecase.ReceiveWebhook;
import dev.bellwether.usecase.RequeueStuckExecutions;
import dev.bellwether.usecase.StartDueWorkflows;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.TimerQueue;
import dev.bellwether.usecase.port.ViolationEvents;
import dev.bellwether.usecase.port.WorkflowCatalog;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The composition root: builds what the handlers call, each thing once, and nothing before it is
/// asked for.
public final class Wiring {
  private final Environment environment;
  private final Lazy<DynamoDbClient> dynamoDb = new Lazy<>(DynamoDb::client);
  private final Lazy<SqsClient> sqs = new Lazy<>(Sqs::client);
  private final Lazy<EventBridgeClient> eventBridge = new Lazy<>(EventBridge::client);
  private final Lazy<SecretsManagerClient> secretsManager = new Lazy<>(CachedSecrets::client);
  private final Lazy<CachedSecrets> secrets = new Lazy<>(this::buildSecrets);
  private final Lazy<WorkflowCatalog> catalog = new Lazy<>(this::buildCatalog);
  private final Lazy<StartWorkflows> startWorkflows = new Lazy<>(this::buildStartWorkflows);
  private final Lazy<ReceiveWebhook> receiveWebhook = new Lazy<>(this::buildReceiveWebhook);
  private final Lazy<ObserveClocks> observeClocks = new Lazy<>(this::buildObserveClocks);
  private final Lazy<RaiseLevel> raiseLevel = new Lazy<>(this::buildRaiseLevel);
  private final Lazy<CheckSlas> checkSlas = new Lazy<>(this::buildCheckSlas);
  private final Lazy<StartDueWorkflows> startDue = new Lazy<>(this::buildStartDueWorkflows);
  private final Lazy<RequeueStuckExecutions> requeueStuck = new Lazy<>(this::buildRequeueStuck);
  private final Lazy<Escalate> escalate = new Lazy<>(this::buildEscalate);

  /// Wires for an environment.
  public Wiring(Environment environment) {
    this.environment = environment;
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
    var secret = secret("WEBHOOK_SECRET_ARN");
    return Stream.of("current", "previous").flatMap(name -> secret.field(name).stream()).toList();
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

  /// Answers violations.
  public Escalate escalate() {
    return escalate.get();
  }

  private ReceiveWebhook buildReceiveWebhook() {
    return new ReceiveWebhook(
        new GitHubEvents(),
        startWorkflows.get(),
        (event, now) -> observeClocks.get().on(event, now),
        new DynamoDeliveryStore(table("EXECUTIONS_TABLE")));
  }

  private ObserveClocks buildObserveClocks() {
    return new ObserveClocks(clocks(), timerQueue());
  }

  private RaiseLevel buildRaiseLevel() {
    return new RaiseLevel(clocks(), timerQueue(), violationEvents());
  }

  private CheckSlas buildCheckSlas() {
    return new CheckSlas(clocks(), timerQueue(), raiseLevel.get());
  }

  private StartDueWorkflows buildStartDueWorkflows() {
    return new StartDueWorkflows(
        new DynamoScheduleStore(table("WORKFLOWS_TABLE")),
        new DynamoClockReader(table("SLA_TABLE")),
        clocks(),
        new DynamoEdgeStore(table("WORKFLOWS_TABLE")),
        startWorkflows.get());
  }

  private RequeueStuckExecutions buildRequeueStuck() {
    return new RequeueStuckExecutions(
        new DynamoExecutionReader(table("EXECUTIONS_TABLE")), executionQueue());
  }

  private Escalate buildEscalate() {
    return new Escalate(
        new DynamoViolationStore(table("SLA_TABLE")),
        executions(),
        executionQueue(),
        catalog.get(),
        new DynamoWorkflowStore(table("WORKFLOWS_TABLE")),
        startWorkflows.get());
  }

  private StartWorkflows buildStartWorkflows() {
    return new StartWorkflows(catalog.get(), executions(), executionQueue());
  }

  private WorkflowCatalog buildCatalog() {
    return new DynamoWorkflowCatalog(table("WORKFLOWS_TABLE"));
  }

  private ClockStore clocks() {
    return new DynamoClockStore(table("SLA_TABLE"));
  }

  private ExecutionStore executions() {
    return new DynamoExecutionStore(table("EXECUTIONS_TABLE"));
  }

  private ExecutionQueue executionQueue() {
    return new SqsExecutionQueue(sqs, environment.required("ACTION_QUEUE_URL"));
  }

  private TimerQueue timerQueue() {
    return new SqsTimerQueue(sqs, environment.required("TIMER_QUEUE_URL"));
  }

  private ViolationEvents violationEvents() {
    return new EventBridgeViolations(eventBridge, environment.required("EVENT_BUS_NAME"));
  }

  private Table table(String nameVariable) {
    return new Table(dynamoDb.get(), environment.required(nameVariable), environment.clock());
  }

  private CachedSecrets buildSecrets() {
    return new CachedSecrets(secretsManager, environment.clock());
  }

  private Secret secret(String arnVariable) {
    return secrets.get().read(environment.required(arnVariable));
  }
}
