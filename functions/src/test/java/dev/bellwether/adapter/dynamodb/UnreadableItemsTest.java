package dev.bellwether.adapter.dynamodb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.testing.Given;
import dev.bellwether.usecase.port.EdgeStore.Edge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// One item that somebody broke must not stop work on the others.
class UnreadableItemsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private final FakeDynamoDb dynamoDb = new FakeDynamoDb();
  private final List<String> skipped = new ArrayList<>();
  private final Table table =
      new Table(dynamoDb, "things", () -> NOW, (key, because) -> skipped.add(key));

  @Test
  void the_catalog_keeps_the_other_workflows() {
    var good = Given.aWorkflow("good").withVersion(1);
    dynamoDb.got = Item.at("catalog", "stamp").with("revision", 1);
    dynamoDb.found =
        List.of(
            Item.at("newest#0", "broken").withBody(Json.object().put("version", "canary")),
            WorkflowItem.newest(good, NOW));

    var listening = new DynamoWorkflowCatalog(table).listeningTo(Given.typesOf(good), NOW);

    assertTrue(listening.contains(good));
    assertTrue(skipped.contains("things newest#0 broken"), skipped.toString());
  }

  @Test
  void the_sweep_keeps_the_other_executions() {
    var broken =
        Item.at("execution#broken").with("overdue_shard", "overdue#0").with("wake_at", NOW);
    dynamoDb.found = List.of(broken);

    assertEquals(List.of(), new DynamoExecutionReader(table).overdue(NOW, 10));
    assertEquals(List.of("things execution#broken -"), skipped.stream().distinct().toList());
  }

  @Test
  void an_edge_is_forgotten_after_90_days() {
    var subject = new Subject(SubjectKind.PR, "octo/hello", "42");

    new DynamoEdgeStore(table).raise(Given.aWorkflow("w").withVersion(1), new Edge(subject, NOW));

    var until = NOW.plus(Duration.ofDays(90)).getEpochSecond();
    assertEquals(AttributeValue.fromN(String.valueOf(until)), dynamoDb.put.get("expires_at"));
  }

  private static final class FakeDynamoDb implements DynamoDbClient {
    Item got = Item.at("none");
    List<Item> found = List.of();
    Map<String, AttributeValue> put = Map.of();

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
      return GetItemResponse.builder().item(got.values()).build();
    }

    @Override
    public QueryResponse query(QueryRequest request) {
      return QueryResponse.builder().items(values()).build();
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
      return BatchGetItemResponse.builder().responses(Map.of("things", values())).build();
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
      put = request.item();
      return PutItemResponse.builder().build();
    }

    private List<Map<String, AttributeValue>> values() {
      return found.stream().map(Item::values).toList();
    }

    @Override
    public String serviceName() {
      return "dynamodb";
    }

    @Override
    public void close() {}
  }
}
