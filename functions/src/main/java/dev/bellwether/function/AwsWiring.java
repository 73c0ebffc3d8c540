package dev.bellwether.function;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import dev.bellwether.adapter.dynamodb.DynamoClockStore;
import dev.bellwether.adapter.dynamodb.DynamoDb;
import dev.bellwether.adapter.dynamodb.DynamoExecutionStore;
import dev.bellwether.adapter.dynamodb.DynamoWorkflowCatalog;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.adapter.eventbridge.EventBridge;
import dev.bellwether.adapter.eventbridge.EventBridgeViolations;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.adapter.secrets.CachedSecrets;
import dev.bellwether.adapter.secrets.Secret;
import dev.bellwether.adapter.sns.Sns;
import dev.bellwether.adapter.sqs.Sqs;
import dev.bellwether.adapter.sqs.SqsDeadLetters;
import dev.bellwether.adapter.sqs.SqsDeadLetters.Pair;
import dev.bellwether.adapter.sqs.SqsExecutionQueue;
import dev.bellwether.adapter.sqs.SqsTimerQueue;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.DeadLetters;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.TimerQueue;
import dev.bellwether.usecase.port.ViolationEvents;
import dev.bellwether.usecase.port.WorkflowCatalog;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/// Builds the clients of AWS, each once and when first asked for, and what stands directly on them.
final class AwsWiring {
  private final Environment environment;
  private final Lazy<DynamoDbClient> dynamoDb = new Lazy<>(DynamoDb::client);
  private final Lazy<SqsClient> sqs = new Lazy<>(Sqs::client);
  private final Lazy<SnsClient> sns = new Lazy<>(Sns::client);
  private final Lazy<EventBridgeClient> eventBridge = new Lazy<>(EventBridge::client);
  private final Lazy<SecretsManagerClient> secretsManager = new Lazy<>(CachedSecrets::client);
  private final Lazy<CachedSecrets> secrets = new Lazy<>(this::buildSecrets);
  private final Lazy<WorkflowCatalog> catalog = new Lazy<>(this::buildCatalog);

  AwsWiring(Environment environment) {
    this.environment = environment;
  }

  Table workflowsTable() {
    return table("WORKFLOWS_TABLE");
  }

  Table executionsTable() {
    return table("EXECUTIONS_TABLE");
  }

  Table slaTable() {
    return table("SLA_TABLE");
  }

  Table agentActivityTable() {
    return table("AGENT_ACTIVITY_TABLE");
  }

  Table auditTable() {
    return table("AUDIT_TABLE");
  }

  Table accessTable() {
    return table("ACCESS_TABLE");
  }

  ExecutionStore executions() {
    return new DynamoExecutionStore(executionsTable());
  }

  ClockStore clocks() {
    return new DynamoClockStore(slaTable());
  }

  WorkflowCatalog catalog() {
    return catalog.get();
  }

  ExecutionQueue executionQueue() {
    return new SqsExecutionQueue(sqs, environment.required("ACTION_QUEUE_URL"));
  }

  TimerQueue timerQueue() {
    return new SqsTimerQueue(sqs, environment.required("TIMER_QUEUE_URL"));
  }

  DeadLetters deadLetters() {
    return new SqsDeadLetters(
        sqs,
        List.of(
            new Pair("actions", required("ACTION_QUEUE_URL"), required("ACTION_DEAD_LETTERS_URL")),
            new Pair("timers", required("TIMER_QUEUE_URL"), required("TIMER_DEAD_LETTERS_URL")),
            new Pair("escalations", null, required("ESCALATION_DEAD_LETTERS_URL")),
            new Pair("sweeps", null, required("SCHEDULE_DEAD_LETTERS_URL"))));
  }

  private String required(String variable) {
    return environment.required(variable);
  }

  ViolationEvents violationEvents() {
    return EventBridgeViolations.detected(eventBridge, environment.required("EVENT_BUS_NAME"));
  }

  ViolationEvents resolutionEvents() {
    return EventBridgeViolations.resolved(eventBridge, environment.required("EVENT_BUS_NAME"));
  }

  Supplier<SnsClient> sns() {
    return sns;
  }

  /// Reads the secret that a variable names.
  Secret secret(String arnVariable) {
    return secrets.get().read(environment.required(arnVariable));
  }

  /// Builds the client of the queues without calling it: for priming.
  void rehearse() {
    sqs.get();
  }

  private Table table(String nameVariable) {
    return new Table(
        dynamoDb.get(),
        environment.required(nameVariable),
        environment.clock(),
        AwsWiring::logUnreadable);
  }

  private static void logUnreadable(String key, RuntimeException because) {
    var line =
        Map.of(
            "level",
            "ERROR",
            "message",
            "An item cannot be read and was left out",
            "item",
            key,
            "error",
            because.getClass().getName());
    LambdaRuntime.getLogger().log(Json.write(line) + "\n");
  }

  private CachedSecrets buildSecrets() {
    return new CachedSecrets(secretsManager, environment.clock());
  }

  private WorkflowCatalog buildCatalog() {
    return new DynamoWorkflowCatalog(workflowsTable());
  }
}
