package dev.bellwether.local;

import com.sun.net.httpserver.HttpHandler;
import dev.bellwether.local.engine.Mailer;
import dev.bellwether.local.lambda.Log;
import dev.bellwether.local.lambda.RequestListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// What a [LocalSystem] is told beside the template.
///
/// @param port of the HTTP API; 0 for any
/// @param dynamoDbJars the folder into which Maven collected DynamoDB Local
/// @param data the folder that keeps tables and messages; in memory without it
/// @param secrets the values of the template's secrets, by their logical ids
/// @param variables values for variables of the functions, instead of the template's; a function
///   that has no such variable does not get it
/// @param clock tells the functions the time
/// @param retryAfter how long the first retry of a failed asynchronous call waits
/// @param mailer takes the e-mails of topics
/// @param pages pages of the runner itself, by the paths they start with
/// @param listener sees each request before its function does
public record LocalConfig(
    int port,
    Path dynamoDbJars,
    Optional<Path> data,
    Map<String, String> secrets,
    Map<String, String> variables,
    InstantSource clock,
    Duration retryAfter,
    Mailer mailer,
    Map<String, HttpHandler> pages,
    RequestListener listener,
    Log log) {
  /// What Lambda waits before its first retry.
  private static final Duration AS_ON_LAMBDA = Duration.ofMinutes(1);

  public LocalConfig {
    secrets = Map.copyOf(secrets);
    variables = Map.copyOf(variables);
    pages = Map.copyOf(pages);
  }

  /// In memory, on any port, under the system's clock, without secrets or pages.
  public static LocalConfig of(Path dynamoDbJars, Mailer mailer, Log log) {
    return new LocalConfig(
        0,
        dynamoDbJars,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Clock.systemUTC(),
        AS_ON_LAMBDA,
        mailer,
        Map.of(),
        (headers, body) -> {},
        log);
  }

  /// On a port.
  public LocalConfig withPort(int other) {
    return new LocalConfig(
        other,
        dynamoDbJars,
        data,
        secrets,
        variables,
        clock,
        retryAfter,
        mailer,
        pages,
        listener,
        log);
  }

  /// With a folder that keeps what there is.
  public LocalConfig withData(Optional<Path> other) {
    return new LocalConfig(
        port,
        dynamoDbJars,
        other,
        secrets,
        variables,
        clock,
        retryAfter,
        mailer,
        pages,
        listener,
        log);
  }

  /// With the values of secrets.
  public LocalConfig withSecrets(Map<String, String> other) {
    return new LocalConfig(
        port,
        dynamoDbJars,
        data,
        other,
        variables,
        clock,
        retryAfter,
        mailer,
        pages,
        listener,
        log);
  }

  /// With values for variables.
  public LocalConfig withVariables(Map<String, String> other) {
    return new LocalConfig(
        port, dynamoDbJars, data, secrets, other, clock, retryAfter, mailer, pages, listener, log);
  }

  /// Under another clock.
  public LocalConfig withClock(InstantSource other) {
    return new LocalConfig(
        port,
        dynamoDbJars,
        data,
        secrets,
        variables,
        other,
        retryAfter,
        mailer,
        pages,
        listener,
        log);
  }

  /// With another wait before the first retry.
  public LocalConfig withRetryAfter(Duration other) {
    return new LocalConfig(
        port, dynamoDbJars, data, secrets, variables, clock, other, mailer, pages, listener, log);
  }

  /// With pages.
  public LocalConfig withPages(Map<String, HttpHandler> other) {
    return new LocalConfig(
        port,
        dynamoDbJars,
        data,
        secrets,
        variables,
        clock,
        retryAfter,
        mailer,
        other,
        listener,
        log);
  }

  /// With a listener.
  public LocalConfig withListener(RequestListener other) {
    return new LocalConfig(
        port, dynamoDbJars, data, secrets, variables, clock, retryAfter, mailer, pages, other, log);
  }
}
