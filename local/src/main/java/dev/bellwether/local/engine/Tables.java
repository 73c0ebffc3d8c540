package dev.bellwether.local.engine;

import dev.bellwether.local.template.Table;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.Projection;

/// Creates the template's tables.
public final class Tables {
  private final DynamoDbClient client;

  /// Creates tables through a client.
  public Tables(DynamoDbClient client) {
    this.client = client;
  }

  /// Creates those that do not exist; the others keep their data and are not altered.
  ///
  /// @throws IllegalStateException when one that exists lacks an index of the template; it names it
  public void create(List<Table> tables) {
    var existing = client.listTables().tableNames();
    for (Table table : tables) {
      if (existing.contains(table.name())) {
        check(table);
      } else {
        create(table);
      }
    }
  }

  private void check(Table table) {
    var kept = client.describeTable(request -> request.tableName(table.name())).table();
    var names =
        kept.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .toList();
    for (Table.Index index : table.indexes()) {
      if (!names.contains(index.name())) {
        throw new IllegalStateException(
            "The table %s of the data folder has no index %s; it is of an older template, use another folder"
                .formatted(table.name(), index.name()));
      }
    }
  }

  private void create(Table table) {
    client.createTable(request(table));
    client.waiter().waitUntilTableExists(request -> request.tableName(table.name()));
    table
        .timeToLive()
        .ifPresent(
            attribute ->
                client.updateTimeToLive(
                    request ->
                        request
                            .tableName(table.name())
                            .timeToLiveSpecification(
                                ttl -> ttl.enabled(true).attributeName(attribute))));
  }

  private static CreateTableRequest request(Table table) {
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .keySchema(key(table.key()))
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(
                        attribute ->
                            AttributeDefinition.builder()
                                .attributeName(attribute.getKey())
                                .attributeType(attribute.getValue())
                                .build())
                    .toList());
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    return request.build();
  }

  private static GlobalSecondaryIndex index(Table.Index index) {
    var projection = Projection.builder().projectionType(index.projection());
    if (!index.included().isEmpty()) {
      projection.nonKeyAttributes(index.included());
    }
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(key(index.key()))
        .projection(projection.build())
        .build();
  }

  private static List<KeySchemaElement> key(List<Table.Key> key) {
    return key.stream()
        .map(
            part ->
                KeySchemaElement.builder()
                    .attributeName(part.attribute())
                    .keyType(part.type())
                    .build())
        .toList();
  }
}
