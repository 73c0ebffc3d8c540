package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoDb;
import dev.bellwether.adapter.dynamodb.DynamoDeliveryStore;
import dev.bellwether.adapter.dynamodb.DynamoExecutionStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowCatalog;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.adapter.github.GitHubEvents;
import dev.bellwether.adapter.secrets.CachedSecrets;
import dev.bellwether.adapter.secrets.Secret;
import dev.bellwether.adapter.sqs.Sqs;
import dev.bellwether.adapter.sqs.SqsExecutionQueue;
import dev.bellwether.usecase.ReceiveWebhook;
import dev.bellwether.usecase.StartWorkflows;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.WorkflowCatalog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// The composition root: builds what the handlers call, each thing once, and nothing before it is
/// asked for.
public final class Wiring {
  private final Environment environment;
  private final Lazy<DynamoDbClient> dynamoDb = new Lazy<>(DynamoDb::client);
  private final Lazy<SqsClient> sqs = new Lazy<>(Sqs::client);
  private final Lazy<SecretsManagerClient> secretsManager = new Lazy<>(CachedSecrets::client);
  private final Lazy<CachedSecrets> secrets = new Lazy<>(this::buildSecrets);
  private final Lazy<WorkflowCatalog> catalog = new Lazy<>(this::buildCatalog);
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

  /// Does what taking a webhook in does, up to where anybody would notice: for priming.
  public void rehearseWebhooks() {
    var now = environment.clock().instant();
    var payload = "{\"action\": \"opened\", \"pull_request\": {}, \"organization\": {}}";
    new GitHubEvents().read("pull_request", payload.getBytes(StandardCharsets.UTF_8), now);
    receiveWebhook();
    catalog.get().listeningTo(Set.of(), now);
    sqs.get();
  }

  private ReceiveWebhook buildReceiveWebhook() {
    return new ReceiveWebhook(
        new GitHubEvents(),
        startWorkflows.get(),
        (event, now) -> {},
        new DynamoDeliveryStore(table("EXECUTIONS_TABLE")));
  }

  private StartWorkflows buildStartWorkflows() {
    return new StartWorkflows(catalog.get(), executions(), executionQueue());
  }

  private WorkflowCatalog buildCatalog() {
    return new DynamoWorkflowCatalog(table("WORKFLOWS_TABLE"));
  }

  private ExecutionStore executions() {
    return new DynamoExecutionStore(table("EXECUTIONS_TABLE"));
  }

  private ExecutionQueue executionQueue() {
    return new SqsExecutionQueue(sqs, environment.required("ACTION_QUEUE_URL"));
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
