package dev.bellwether.local.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A Lambda function.
///
/// @param handler the name of its class
/// @param environment its variables, all references resolved
/// @param retries what becomes of an asynchronous call that fails
public record Function(
    String id,
    String name,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    int concurrency,
    Map<String, String> environment,
    Retries retries) {
  public Function {
    environment = Map.copyOf(environment);
  }

  /// What becomes of an asynchronous call, from a bus or a schedule, that fails.
  ///
  /// @param attempts further attempts
  /// @param deadLetterArn the queue that takes the event after the last one; without it the event
  ///   is dropped
  public record Retries(int attempts, Optional<String> deadLetterArn) {}

  /// With other values for those of its variables that are named.
  public Function with(Map<String, String> values) {
    var changed = new LinkedHashMap<>(environment);
    changed.replaceAll((variable, value) -> values.getOrDefault(variable, value));
    return new Function(id, name, handler, timeout, memoryMegabytes, concurrency, changed, retries);
  }

  /// Enough for one machine; a template sets less by reserved concurrency.
  private static final int USUAL_CONCURRENCY = 16;

  private static final int USUAL_RETRIES = 2;

  static Function from(String id, String name, Section section) {
    section.ignore(
        "FunctionName",
        "Description",
        "CodeUri",
        "Runtime",
        "Architectures",
        "Policies",
        "Role",
        "PermissionsBoundary",
        "Tags",
        "PropagateTags",
        "Tracing",
        "LoggingConfig",
        "SnapStart",
        "AutoPublishAlias",
        "AutoPublishAliasAllProperties",
        "AutoPublishCodeSha256",
        "DeploymentPreference",
        "ProvisionedConcurrencyConfig",
        "KmsKeyArn",
        "EphemeralStorage",
        "RecursiveLoop",
        "RuntimeManagementConfig",
        "VersionDescription");
    return new Function(
        id,
        name,
        handler(section),
        Duration.ofSeconds(section.number("Timeout", 3)),
        section.number("MemorySize", 128),
        section.number("ReservedConcurrentExecutions", USUAL_CONCURRENCY),
        environment(section.section("Environment")),
        retries(section));
  }

  private static String handler(Section section) {
    var handler = section.text("Handler").split("::", 2);
    if (handler.length == 2 && !handler[1].equals("handleRequest")) {
      throw section.refuse("Handler", "local mode calls handleRequest and no other method");
    }
    return handler[0];
  }

  private static Map<String, String> environment(Section section) {
    var variables = section.section("Variables");
    var environment = new LinkedHashMap<String, String>();
    for (String name : variables.keys()) {
      variables.optional(name).ifPresent(value -> environment.put(name, value));
    }
    return environment;
  }

  private static Retries retries(Section section) {
    var config = section.section("EventInvokeConfig").ignore("MaximumEventAgeInSeconds");
    var onFailure = config.section("DestinationConfig").section("OnFailure");
    var deadLetters = section.section("DeadLetterQueue");
    sqsOnly(onFailure);
    sqsOnly(deadLetters);
    return new Retries(
        config.number("MaximumRetryAttempts", USUAL_RETRIES),
        onFailure.optional("Destination").or(() -> deadLetters.optional("TargetArn")));
  }

  private static void sqsOnly(Section target) {
    if (!target.optional("Type").orElse("SQS").equals("SQS")) {
      throw target.refuse("Type", "local mode sends failures to SQS only");
    }
  }
}
