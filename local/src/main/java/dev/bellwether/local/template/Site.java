package dev.bellwether.local.template;

import java.util.Map;
import java.util.Optional;

/// Where the template is "deployed" on this machine, and what names there stand for.
///
/// Addresses have the form they have on AWS, under an account that does not exist; the SDK sends
/// every call to the endpoints it is given, whatever host an address names.
record Site(Map<String, String> parameters, Map<String, Object> resources) implements Names {
  static final String REGION = "eu-west-1";
  static final String ACCOUNT = "000000000000";
  static final String STACK = "bellwether";

  private static final Map<String, Object> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region",
          REGION,
          "AWS::AccountId",
          ACCOUNT,
          "AWS::StackName",
          STACK,
          "AWS::Partition",
          "aws",
          "AWS::URLSuffix",
          "amazonaws.com",
          "AWS::StackId",
          arn("cloudformation", "stack/" + STACK + "/local"));

  @Override
  public Optional<Object> ref(String name) {
    if (parameters.containsKey(name)) {
      return Optional.of(parameters.get(name));
    }
    if (PSEUDO_PARAMETERS.containsKey(name)) {
      return Optional.of(PSEUDO_PARAMETERS.get(name));
    }
    return Optional.ofNullable(
        switch (type(name)) {
          case "AWS::SQS::Queue" -> queueUrl(name(name));
          case "AWS::SNS::Topic", "AWS::SecretsManager::Secret" -> arnOf(name);
          case "AWS::DynamoDB::Table", "AWS::Events::EventBus", "AWS::Serverless::Function" ->
              name(name);
          case "AWS::Serverless::HttpApi" -> "local";
          default -> null;
        });
  }

  @Override
  public Optional<Object> attribute(String id, String attribute) {
    return Optional.ofNullable(
        switch (type(id) + "." + attribute) {
          case "AWS::SQS::Queue.Arn",
              "AWS::SNS::Topic.TopicArn",
              "AWS::DynamoDB::Table.Arn",
              "AWS::Events::EventBus.Arn",
              "AWS::Serverless::Function.Arn",
              "AWS::SecretsManager::Secret.Id" ->
              arnOf(id);
          case "AWS::SQS::Queue.QueueName",
              "AWS::SNS::Topic.TopicName",
              "AWS::Events::EventBus.Name" ->
              name(id);
          case "AWS::SQS::Queue.QueueUrl" -> queueUrl(name(id));
          default -> null;
        });
  }

  /// The physical name of a resource: the one the template gives it, or one made of its logical id.
  String name(String id) {
    var given = properties(id).get(nameProperty(type(id)));
    return given == null
        ? STACK + "-" + id
        : new Intrinsics(this, Map.of()).resolve(given, "Resources." + id).toString();
  }

  String arnOf(String id) {
    var name = name(id);
    return switch (type(id)) {
      case "AWS::SQS::Queue" -> arn("sqs", name);
      case "AWS::SNS::Topic" -> arn("sns", name);
      case "AWS::DynamoDB::Table" -> arn("dynamodb", "table/" + name);
      case "AWS::Events::EventBus" -> arn("events", "event-bus/" + name);
      case "AWS::Serverless::Function" -> arn("lambda", "function:" + name);
      case "AWS::SecretsManager::Secret" -> arn("secretsmanager", "secret:" + name + "-local0");
      default -> throw new UnsupportedTemplateException("Resources." + id, "has no ARN here");
    };
  }

  static String queueUrl(String name) {
    return "https://sqs.%s.amazonaws.com/%s/%s".formatted(REGION, ACCOUNT, name);
  }

  static String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, REGION, ACCOUNT, resource);
  }

  private String type(String id) {
    return resources.get(id) instanceof Map<?, ?> resource
        ? String.valueOf(resource.get("Type"))
        : "";
  }

  private Map<?, ?> properties(String id) {
    return resources.get(id) instanceof Map<?, ?> resource
            && resource.get("Properties") instanceof Map<?, ?> properties
        ? properties
        : Map.of();
  }

  private static String nameProperty(String type) {
    return switch (type) {
      case "AWS::SQS::Queue" -> "QueueName";
      case "AWS::SNS::Topic" -> "TopicName";
      case "AWS::DynamoDB::Table" -> "TableName";
      case "AWS::Serverless::Function" -> "FunctionName";
      default -> "Name";
    };
  }
}
