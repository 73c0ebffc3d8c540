package dev.bellwether.local.engine;

import dev.bellwether.local.template.Template;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/// Tells the AWS SDK where the stand-ins are: by system properties in this process, by environment
/// variables in another. No code names an endpoint.
public final class Aws {
  private final Map<String, URI> endpoints;

  /// The endpoints of the engines.
  public Aws(URI dynamoDb, URI sqs, URI front) {
    endpoints = new LinkedHashMap<>();
    endpoints.put("DynamoDb", dynamoDb);
    endpoints.put("Sqs", sqs);
    endpoints.put("Sns", front);
    endpoints.put("EventBridge", front);
    endpoints.put("SecretsManager", front);
  }

  /// Sets the properties that the SDK's clients of this process read when they are built.
  public void tellThisProcess() {
    System.setProperty("aws.region", Template.REGION);
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    System.setProperty("aws.ignoreConfiguredEndpointUrls", "false");
    System.setProperty("http.nonProxyHosts", "localhost|127.*|[::1]");
    endpoints.forEach((service, uri) -> System.setProperty("aws.endpointUrl" + service, "" + uri));
  }

  /// The same for another process.
  public Map<String, String> environment() {
    var environment = new LinkedHashMap<String, String>();
    environment.put("AWS_REGION", Template.REGION);
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local");
    endpoints.forEach(
        (service, uri) -> environment.put("AWS_ENDPOINT_URL_" + variable(service), "" + uri));
    return environment;
  }

  private static String variable(String service) {
    return switch (service) {
      case "DynamoDb" -> "DYNAMODB";
      case "Sqs" -> "SQS";
      case "Sns" -> "SNS";
      case "EventBridge" -> "EVENTBRIDGE";
      default -> "SECRETS_MANAGER";
    };
  }
}
