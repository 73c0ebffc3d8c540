package dev.bellwether.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.engine.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/// Lambda's Runtime API for one function's process: hands events to its runtime interface client
/// and takes the answers.
///
/// See <https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html>.
final class RuntimeApi implements AutoCloseable {
  private static final String PREFIX = "/2018-06-01/runtime/";
  private static final Duration FUNCTION_TIMEOUT = Duration.ofSeconds(30);

  private final HttpServer server;
  private final String function;
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, Invocation> running = new ConcurrentHashMap<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> checkpointed = new CompletableFuture<>();
  private final CountDownLatch restored = new CountDownLatch(1);
  private final List<String> trace = new CopyOnWriteArrayList<>();

  /// What came of an invocation.
  sealed interface Result {
    /// What the handler returned or, of a failure, what the runtime says about it.
    String body();

    record Answered(String body) implements Result {}

    /// @param type such as `Runtime.UserException`
    record Failed(String type, String body) implements Result {}
  }

  private record Invocation(String id, String event, CompletableFuture<Result> result) {}

  private RuntimeApi(HttpServer server, String function) {
    this.server = server;
    this.function = function;
  }

  static RuntimeApi start(String function) {
    var server = Loopback.server();
    var api = new RuntimeApi(server, function);
    server.createContext(PREFIX, api::handle);
    server.start();
    return api;
  }

  /// Tells what belongs into `AWS_LAMBDA_RUNTIME_API`.
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /// Hands an event over to the next poll.
  CompletableFuture<Result> invoke(String event) {
    var invocation = new Invocation(UUID.randomUUID().toString(), event, new CompletableFuture<>());
    running.put(invocation.id, invocation);
    waiting.add(invocation);
    return invocation.result;
  }

  /// Is complete once the function polls for its first event; fails when it does not come so far.
  CompletableFuture<Void> ready() {
    return ready;
  }

  /// Is complete once the function under SnapStart is at the point of its snapshot.
  CompletableFuture<Void> checkpointed() {
    return checkpointed;
  }

  /// Lets a function go on as if restored from its snapshot.
  void restore() {
    restored.countDown();
  }

  /// Lists the calls made by the runtime, without ids.
  List<String> trace() {
    return List.copyOf(trace);
  }

  /// Gives up on a function.
  void fail(String why) {
    var failure = new IllegalStateException(why);
    ready.completeExceptionally(failure);
    checkpointed.completeExceptionally(failure);
    running.values().forEach(invocation -> invocation.result.completeExceptionally(failure));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().substring(PREFIX.length());
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      trace.add(exchange.getRequestMethod() + " " + path.replaceAll("[0-9a-f-]{36}", "{id}"));
      switch (path) {
        case "invocation/next" -> next(exchange);
        case "restore/next" -> {
          checkpointed.complete(null);
          restored.await();
          send(exchange, 200, "");
        }
        case "init/error", "restore/error" -> {
          fail(path + ": " + body);
          send(exchange, 202, "{\"status\":\"OK\"}");
        }
        default -> finish(exchange, path.split("/", -1), body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void next(HttpExchange exchange) throws IOException, InterruptedException {
    ready.complete(null);
    var invocation = waiting.take();
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id);
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        String.valueOf(Instant.now().plus(FUNCTION_TIMEOUT).toEpochMilli()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:eu-west-1:111122223333:function:" + function);
    send(exchange, 200, invocation.event);
  }

  /// Takes `invocation/{id}/response` or `invocation/{id}/error`.
  private void finish(HttpExchange exchange, String[] path, String body) throws IOException {
    var invocation = path.length == 3 ? running.remove(path[1]) : null;
    if (invocation == null) {
      send(exchange, 404, "{\"errorType\":\"InvalidRequestID\"}");
      return;
    }
    if (path[2].equals("response")) {
      invocation.result.complete(new Result.Answered(body));
    } else {
      var type = exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type");
      invocation.result.complete(new Result.Failed(String.valueOf(type), body));
    }
    send(exchange, 202, "{\"status\":\"OK\"}");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    Loopback.send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }
}
