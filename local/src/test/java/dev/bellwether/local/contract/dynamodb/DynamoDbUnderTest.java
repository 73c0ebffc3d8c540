package dev.bellwether.local.contract.dynamodb;

import dev.bellwether.adapter.dynamodb.DynamoDb;
import dev.bellwether.adapter.dynamodb.Table;
import dev.bellwether.local.engine.DynamoDbLocal;
import dev.bellwether.local.engine.Tables;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.testing.AwsEndpoint;
import dev.bellwether.local.testing.Fixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// One DynamoDB for all tests of this process, and a fresh table of `template.yaml` for each.
final class DynamoDbUnderTest {
  private static final URI ENDPOINT = AwsEndpoint.external().orElseGet(DynamoDbUnderTest::embedded);
  private static final Template TEMPLATE = template();
  private static final DynamoDbClient CLIENT = client(List.of());

  private DynamoDbUnderTest() {}

  /// Creates a table as the template describes it, empty, under a name of its own.
  static Table table(String id, InstantSource clock) {
    return new Table(CLIENT, freshName(id), clock);
  }

  /// The same, with every request to it counted.
  static Table table(String id, InstantSource clock, ExecutionInterceptor counted) {
    return new Table(client(List.of(counted)), freshName(id), clock);
  }

  private static String freshName(String id) {
    var like = TEMPLATE.tables().stream().filter(t -> t.id().equals(id)).findFirst().orElseThrow();
    var name = id + "-" + UUID.randomUUID();
    new Tables(CLIENT)
        .create(
            List.of(
                new dev.bellwether.local.template.Table(
                    id, name, like.attributes(), like.key(), like.indexes(), like.timeToLive())));
    return name;
  }

  private static DynamoDbClient client(List<ExecutionInterceptor> interceptors) {
    return DynamoDb.builder()
        .endpointOverride(ENDPOINT)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .overrideConfiguration(o -> o.executionInterceptors(interceptors))
        .build();
  }

  /// Ends with the process.
  private static URI embedded() {
    try {
      return DynamoDbLocal.start(Fixture.dynamoDbJars(), Optional.empty()).endpoint();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template template() {
    try {
      var root = Path.of(System.getProperty("bellwether.root"));
      return Template.read(root.resolve("template.yaml"), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
