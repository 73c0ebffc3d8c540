package dev.bellwether.local.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// The endpoint of the services that are ours: EventBridge, SNS and Secrets Manager, as far as
/// functions call them. Any other call is refused by name.
public final class AwsFront implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EventBus bus;
  private final Topics topics;
  private final Secrets secrets;
  private final HttpServer server;

  private AwsFront(EventBus bus, Topics topics, Secrets secrets, HttpServer server) {
    this.bus = bus;
    this.topics = topics;
    this.secrets = secrets;
    this.server = server;
  }

  /// Starts it on any port.
  public static AwsFront start(EventBus bus, Topics topics, Secrets secrets) throws IOException {
    var front = new AwsFront(bus, topics, secrets, Loopback.server(0));
    front.server.createContext("/", front::handle);
    front.server.start();
    return front;
  }

  /// Where it answers.
  public URI endpoint() {
    return Loopback.uri(server);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      if (target == null) {
        query(exchange, form(new String(body, StandardCharsets.UTF_8)));
      } else {
        json(exchange, target, JSON.readTree(body));
      }
    }
  }

  private void json(HttpExchange exchange, String target, JsonNode request) throws IOException {
    try {
      var answer =
          switch (target) {
            case "AWSEvents.PutEvents" -> bus.putEvents(request);
            case "secretsmanager.GetSecretValue" -> secrets.value(request);
            default -> throw RefusedException.unknown(target);
          };
      Loopback.answer(exchange, 200, "application/x-amz-json-1.1", JSON.writeValueAsBytes(answer));
    } catch (RefusedException e) {
      var error = Map.of("__type", e.code(), "message", e.reason());
      Loopback.answer(exchange, 400, "application/x-amz-json-1.1", JSON.writeValueAsBytes(error));
    }
  }

  private void query(HttpExchange exchange, Map<String, String> parameters) throws IOException {
    var action = parameters.getOrDefault("Action", "");
    try {
      if (!action.equals("Publish")) {
        throw RefusedException.unknown(action);
      }
      var id = topics.publish(parameters);
      xml(
          exchange,
          200,
          "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
              + "<MessageId>%s</MessageId></PublishResult></PublishResponse>".formatted(id));
    } catch (RefusedException e) {
      xml(
          exchange,
          400,
          "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error></ErrorResponse>"
              .formatted(e.code(), e.reason()));
    }
  }

  private static void xml(HttpExchange exchange, int status, String body) throws IOException {
    Loopback.answer(exchange, status, "text/xml", body.getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> form(String body) {
    return Arrays.stream(body.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8),
                pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }
}
