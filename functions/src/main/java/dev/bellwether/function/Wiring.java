package dev.bellwether.function;

import dev.bellwether.adapter.dynamodb.DynamoAgentActivityStore;
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
import dev.bellwether.usecase.port.AgentActivityStore;
import dev.bellwether.usecase.port.ClockReader;
import dev.bellwether.usecase.port.ClockStore;
import dev.bellwether.usecase.port.DeliveryStore;
import dev.bellwether.usecase.port.EdgeStore;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.ScheduleStore;
import dev.bellwether.usecase.port.ViolationStore;
import dev.bellwether.usecase.port.WorkflowCatalog;
import dev.bellwether.usecase.port.WorkflowStore;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// The composition root: builds what the handlers call, each thing once, and nothing before it is
/// asked for.
public final class Wiring {
  private final Environment environment;
  private final Lazy<DynamoDbClient> dynamoDb = new Lazy<>(DynamoDb::client);
  private final Lazy<WorkflowCatalog> catalog = new Lazy<>(this::buildCatalog);

  /// Wires for an environment.
  public Wiring(Environment environment) {
    this.environment = environment;
  }

  /// Tells what it wires for.
  public Environment environment() {
    return environment;
  }

  /// Keeps workflows.
  public WorkflowStore workflows() {
    return new DynamoWorkflowStore(table("WORKFLOWS_TABLE"));
  }

  /// Knows which workflows listen; one for the life of the function, as it remembers.
  public WorkflowCatalog catalog() {
    return catalog.get();
  }

  /// Knows which scheduled workflows are due.
  public ScheduleStore schedules() {
    return new DynamoScheduleStore(table("WORKFLOWS_TABLE"));
  }

  /// Remembers for which subjects scheduled workflows fired.
  public EdgeStore edges() {
    return new DynamoEdgeStore(table("WORKFLOWS_TABLE"));
  }

  /// Keeps executions.
  public ExecutionStore executions() {
    return new DynamoExecutionStore(table("EXECUTIONS_TABLE"));
  }

  /// Reads executions.
  public ExecutionReader executionReader() {
    return new DynamoExecutionReader(table("EXECUTIONS_TABLE"));
  }

  /// Keeps what became of webhooks.
  public DeliveryStore deliveries() {
    return new DynamoDeliveryStore(table("EXECUTIONS_TABLE"));
  }

  /// Keeps SLA clocks.
  public ClockStore clocks() {
    return new DynamoClockStore(table("SLA_TABLE"));
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
  public AgentActivityStore agentActivity() {
    return new DynamoAgentActivityStore(table("AGENT_ACTIVITY_TABLE"));
  }

  private WorkflowCatalog buildCatalog() {
    return new DynamoWorkflowCatalog(table("WORKFLOWS_TABLE"));
  }

  private Table table(String nameVariable) {
    return new Table(dynamoDb.get(), environment.required(nameVariable), environment.clock());
  }
}
