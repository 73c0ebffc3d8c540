package dev.bellwether.local;

import dev.bellwether.local.lambda.AsyncCalls;
import dev.bellwether.local.lambda.LambdaFunction;
import dev.bellwether.local.template.Function;
import dev.bellwether.local.template.Template;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.sqs.SqsClient;

/// All functions, by their logical ids.
final class Functions implements AutoCloseable {
  private final Map<String, LambdaFunction> functions = new ConcurrentHashMap<>();
  private final Map<String, AsyncCalls> calls = new ConcurrentHashMap<>();

  /// Makes the handlers, and starts the calls that were left over.
  ///
  /// @throws IllegalArgumentException when a handler cannot be made
  void open(Template template, LocalConfig config, SqsClient sqs) {
    for (Function function : template.functions()) {
      functions.put(
          function.id(),
          new LambdaFunction(function.with(config.variables()), config.clock(), config.log()));
    }
    for (Function function : template.functionsCalledSoon()) {
      var soon =
          new AsyncCalls(
              function, get(function.id()), sqs, template, config.retryAfter(), config.log());
      calls.put(function.id(), soon);
      soon.start();
    }
  }

  /// The function with an id.
  ///
  /// @throws IllegalArgumentException when there is none
  LambdaFunction get(String id) {
    var function = functions.get(id);
    if (function == null) {
      throw new IllegalArgumentException("there is no function " + id);
    }
    return function;
  }

  /// Keeps a call of a function, to be made soon, and again when it fails.
  void callSoon(String id, String event) {
    var soon = calls.get(id);
    if (soon == null) {
      throw new IllegalArgumentException("no bus and no schedule calls " + id);
    }
    soon.call(event);
  }

  @Override
  public void close() {
    calls.values().forEach(AsyncCalls::close);
    functions.values().forEach(LambdaFunction::close);
  }
}
