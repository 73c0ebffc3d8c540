package dev.bellwether.local.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.local.testing.Fixture;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class DynamoDbLocalTest {
  private static final String NOTES = "bellwether-Notes";

  @Test
  void the_tables_of_the_template_exist_with_keys_indexes_and_time_to_live() throws IOException {
    try (var dynamoDb = DynamoDbLocal.start(Fixture.dynamoDbJars(), Optional.empty());
        var client = client(dynamoDb.endpoint())) {

      new Tables(client).create(Fixture.template().tables());

      var table = client.describeTable(request -> request.tableName(NOTES)).table();
      assertEquals(
          "[pk, sk]", table.keySchema().stream().map(k -> k.attributeName()).toList() + "");
      assertEquals("by_author", table.globalSecondaryIndexes().getFirst().indexName());
      var ttl = client.describeTimeToLive(request -> request.tableName(NOTES));
      assertEquals("expires_at", ttl.timeToLiveDescription().attributeName());
    }
  }

  @Test
  void data_survives_a_restart_when_a_folder_is_given(@TempDir Path data) throws IOException {
    var item = Map.of("pk", text("a"), "sk", text("-"), "author", text("ada"));

    try (var dynamoDb = DynamoDbLocal.start(Fixture.dynamoDbJars(), Optional.of(data));
        var client = client(dynamoDb.endpoint())) {
      new Tables(client).create(Fixture.template().tables());
      client.putItem(request -> request.tableName(NOTES).item(item));
    }

    try (var dynamoDb = DynamoDbLocal.start(Fixture.dynamoDbJars(), Optional.of(data));
        var client = client(dynamoDb.endpoint())) {
      new Tables(client).create(Fixture.template().tables());
      var kept =
          client.getItem(
              request -> request.tableName(NOTES).key(Map.of("pk", text("a"), "sk", text("-"))));
      assertEquals(item, kept.item());
    }
  }

  @Test
  void a_kept_table_that_lacks_an_index_is_named() throws IOException {
    var older = Fixture.with("IndexName: by_author", "IndexName: by_writer");
    try (var dynamoDb = DynamoDbLocal.start(Fixture.dynamoDbJars(), Optional.empty());
        var client = client(dynamoDb.endpoint())) {
      var tables = new Tables(client);
      tables.create(older.tables());

      var error =
          assertThrows(
              IllegalStateException.class, () -> tables.create(Fixture.template().tables()));

      assertEquals(
          "The table bellwether-Notes of the data folder has no index by_author;"
              + " it is of an older template, use another folder",
          error.getMessage());
    }
  }

  @Test
  void a_missing_folder_is_named_with_what_fills_it() {
    var nowhere = Path.of("nowhere");

    var error =
        assertThrows(
            IOException.class, () -> DynamoDbLocal.start(nowhere, Optional.empty()).close());

    assertEquals(
        "DynamoDB Local's jars are not in nowhere; `mvn package` collects them",
        error.getMessage());
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }
}
