package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoAgentActivityStore;
import dev.bellwether.adapter.dynamodb.DynamoClockReader;
import dev.bellwether.adapter.dynamodb.DynamoDb;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionReader;
import dev.bellwether.adapter.dynamodb.DynamoExecutionStore;
import dev.bellwether.adapter.dynamodb.DynamoViolationStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowCatalog;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowStore;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.adapter.eventbridge.EventBridge;
import dev.bellwether.adapter.eventbridge.EventBridgeViolations;
import dev.bellwether.adapter.github.GitHubClient;
import dev.bellwether.adapter.github.GitHubCommentNotifier;
import dev.bellwether.adapter.github.GitHubComments;
import dev.bellwether.adapter.github.GitHubCommitStatuses;
import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.github.GitHubIssues;
import dev.bellwether.adapter.github.GitHubLabels;
import dev.bellwether.adapter.github.GitHubReviewRequests;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.pagerduty.PagerDutyNotifier;
import dev.bellwether.adapter.secrets.CachedSecrets;
import dev.bellwether.adapter.secrets.Secret;
import dev.bellwether.adapter.slack.SlackNotifier;
import dev.bellwether.adapter.sns.Sns;
import dev.bellwether.adapter.sns.SnsNotifier;
import dev.bellwether.adapter.sqs.Sqs;
import dev.bellwether.adapter.sqs.SqsExecutionQueue;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.usecase.ReceiveWebhook;
import dev.bellwether.usecase.RunExecution;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.action.Actions;
import dev.bellwether.usecase.action.AddLabels;
import dev.bellwether.usecase.action.AssignReviewer;
import dev.bellwether.usecase.action.CreateIssue;
import dev.bellwether.usecase.action.EscalateSla;
import dev.bellwether.usecase.action.PostComment;
import dev.bellwether.usecase.action.RemoveLabels;
import dev.bellwether.usecase.action.SendNotification;
import dev.bellwether.usecase.action.UpdateStatus;
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.Notifier;
import dev.bellwether.usecase.port.ViolationEvents;
import dev.bellwether.usecase.port.ViolationStore;
import dev.bellwether.usecase.port.WorkflowStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The composition root: builds what the handlers call, each thing once, and nothing before it is
/// asked for.
public final class Wiring {
  private final Environment environment;
  private final Lazy<DynamoDbClient> dynamoDb = new Lazy<>(DynamoDb::client);
  private final Lazy<SqsClient> sqs = new Lazy<>(Sqs::client);
  private final Lazy<SecretsManagerClient> secretsManager = new Lazy<>(CachedSecrets::client);
  private final Lazy<CachedSecrets> secrets = new Lazy<>(this::buildSecrets);
  private final Lazy<EventBridgeClient> eventBridge = new Lazy<>(EventBridge::client);
  private final Lazy<SnsClient> sns = new Lazy<>(Sns::client);
  private final Lazy<Web> web = new Lazy<>(this::buildWeb);
  private final Lazy<GitHubClient> gitHub = new Lazy<>(this::buildGitHub);
  private final Lazy<Actions> actions = new Lazy<>(this::buildActions);
  private final Lazy<RunExecution> runExecution = new Lazy<>(this::buildRunExecution);
  private final Lazy<StartWorkflows> startWorkflows = new Lazy<>(this::buildStartWorkflows);
  private final Lazy<ReceiveWebhook> receiveWebhook = new Lazy<>(this::buildReceiveWebhook);

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
    gitHub.get().rehearse();
  }

  /// Finds the token that the management API asks for.
  public Optional<String> adminToken() {
    return secret("ADMIN_SECRET_ARN").field("token");
  }

  /// Keeps workflows.
  public WorkflowStore workflows() {
    return new DynamoWorkflowStore(table("WORKFLOWS_TABLE"));
  }

  /// Reads executions.
  public ExecutionReader executionReader() {
    return new DynamoExecutionReader(table("EXECUTIONS_TABLE"));
  }

  /// Keeps what became of webhooks.
  public DeliveryStore deliveries() {
    return new DynamoDeliveryStore(table("EXECUTIONS_TABLE"));
  }

  /// Reads SLA clocks.
  public ClockReader clockReader() {
    return new DynamoClockReader(table("SLA_TABLE"));
  }

  /// Keeps violations.
  public ViolationStore violations() {
    return new DynamoViolationStore(table("SLA_TABLE"));
  }

  /// Keeps what agents report.
  public AgentActivityStore agentActivities() {
    return new DynamoAgentActivityStore(table("AGENT_ACTIVITY_TABLE"));
  }

  private ReceiveWebhook buildReceiveWebhook() {
    return new ReceiveWebhook(
        new GitHubEvents(),
        startWorkflows.get(),
        (event, now) -> {},
        new DynamoDeliveryStore(table("EXECUTIONS_TABLE")));
  }

  private StartWorkflows buildStartWorkflows() {
    return new StartWorkflows(
        new DynamoWorkflowCatalog(table("WORKFLOWS_TABLE")), executions(), executionQueue());
  }

  private Web buildWeb() {
    return new Web(environment.clock());
  }

  private GitHubClient buildGitHub() {
    return new GitHubClient(
        () -> environment.required("GITHUB_API_URL"),
        web.get(),
        () -> secret("GITHUB_SECRET_ARN").fields(),
        environment.clock());
  }

  private Actions buildActions() {
    var labels = new GitHubLabels(gitHub.get());
    return new Actions(
        List.of(
            new AssignReviewer(new GitHubReviewRequests(gitHub.get())),
            new UpdateStatus(labels, new GitHubCommitStatuses(gitHub.get())),
            new AddLabels(labels),
            new RemoveLabels(labels),
            new PostComment(new GitHubComments(gitHub.get())),
            new CreateIssue(new GitHubIssues(gitHub.get())),
            new SendNotification(notifiers()),
            new EscalateSla(violation -> violationEvents().publish(violation))));
  }

  private List<Notifier> notifiers() {
    return List.of(
        new SlackNotifier(web.get(), () -> notificationSecret("slack_webhook_url")),
        new SnsNotifier(sns, this::topic),
        new GitHubCommentNotifier(new GitHubComments(gitHub.get())),
        new PagerDutyNotifier(
            web.get(),
            () -> environment.required("PAGERDUTY_EVENTS_URL"),
            () -> notificationSecret("pagerduty_routing_key")));
  }

  private Optional<String> topic(int level) {
    return environment.optional(
        level == 0 ? "NOTIFICATION_TOPIC_ARN" : "LEVEL_%d_TOPIC_ARN".formatted(level));
  }

  private Optional<String> notificationSecret(String field) {
    return secret("NOTIFICATION_SECRET_ARN").field(field);
  }

  private RunExecution buildRunExecution() {
    return new RunExecution(
        executions(),
        executionQueue(),
        actions(),
        environment.clock(),
        new SecureRandom()::nextDouble);
  }

  private ExecutionStore executions() {
    return new DynamoExecutionStore(table("EXECUTIONS_TABLE"));
  }

  private ExecutionQueue executionQueue() {
    return new SqsExecutionQueue(sqs, environment.required("ACTION_QUEUE_URL"));
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
