package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.engine.Loopback;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Keeps what would have reached people: Slack messages, PagerDuty events and webhooks, taken at
/// addresses on the loop-back interface that answer as Slack, PagerDuty and receivers do, and
/// e-mails.
///
/// With a data folder it is where it was after a restart.
public final class Outbox implements AutoCloseable {
  private static final String SLACK = "/services/local/outbox/slack";
  private static final String PAGERDUTY = "/v2/enqueue";

  private static final String WEBHOOK = "/webhook";

  private final HttpServer server;
  private final Ledger<Message> messages;
  private final InstantSource clock;
  private final URI url;

  private Outbox(HttpServer server, Ledger<Message> messages, InstantSource clock) {
    this.server = server;
    this.messages = messages;
    this.clock = clock;
    this.url = Loopback.uri(server);
  }

  /// Starts one.
  ///
  /// @param data the folder of its file; without one, all is forgotten in the end
  public static Outbox start(Optional<Path> data, InstantSource clock) {
    Ledger<Message> messages =
        Ledger.open(
            data.map(folder -> folder.resolve("outbox.jsonl")),
            Message::toJson,
            Message::from,
            message -> {});
    var server = Loopback.server();
    var outbox = new Outbox(server, messages, clock);
    server.createContext("/", outbox::handle);
    server.start();
    return outbox;
  }

  /// Tells the address of an incoming webhook of Slack's.
  public URI slackWebhookUrl() {
    return url.resolve(SLACK);
  }

  /// Tells the address to use in place of `https://events.pagerduty.com`.
  public URI pagerDutyUrl() {
    return url;
  }

  /// Tells the address that takes outbound webhooks.
  public URI webhookUrl() {
    return url.resolve(WEBHOOK);
  }

  /// Takes an e-mail.
  public void email(String topic, String to, String subject, String text) {
    messages.add(new Message.Email(clock.instant(), topic, to, subject, text));
  }

  /// Lists the newest messages, oldest first; at least the last 20,000.
  public List<Message> messages() {
    return messages.entries();
  }

  /// Describes the messages, newest first.
  public JsonNode toJson() {
    var json = Json.object();
    json.set("messages", Json.array(messages().reversed(), Message::toJson));
    return json;
  }

  @Override
  public void close() {
    server.stop(0);
    messages.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var path = exchange.getRequestURI().getPath();
      if (!exchange.getRequestMethod().equals("POST")) {
        send(exchange, 405, "text/plain", "method_not_allowed");
      } else if (path.equals(SLACK)) {
        slack(exchange, text);
      } else if (path.equals(PAGERDUTY)) {
        pagerDuty(exchange, text);
      } else if (path.equals(WEBHOOK)) {
        webhook(exchange, text);
      } else {
        send(exchange, 404, "text/plain", "no_service");
      }
    }
  }

  private void slack(HttpExchange exchange, String text) throws IOException {
    var body = Json.read(text);
    if (body.isEmpty() || !body.get().isObject()) {
      send(exchange, 400, "text/plain", "invalid_payload");
    } else if (!saysSomething(body.get())) {
      send(exchange, 400, "text/plain", "no_text");
    } else {
      messages.add(new Message.Slack(clock.instant(), body.get()));
      send(exchange, 200, "text/html", "ok");
    }
  }

  private void pagerDuty(HttpExchange exchange, String text) throws IOException {
    var event = Json.read(text).orElseGet(Json::object);
    var faults = PagerDutyEvents.faults(event);
    var answer = Json.object();
    if (!faults.isEmpty()) {
      answer.put("status", "invalid event").put("message", "Event object is invalid");
      answer.set("errors", Json.texts(faults));
      send(exchange, 400, "application/json", Json.write(answer));
      return;
    }
    var alert = PagerDutyEvents.alert(event, clock.instant());
    messages.add(alert);
    answer.put("status", "success").put("message", "Event processed");
    answer.put("dedup_key", alert.dedupKey());
    send(exchange, 202, "application/json", Json.write(answer));
  }

  private void webhook(HttpExchange exchange, String text) throws IOException {
    var id = exchange.getRequestHeaders().getFirst("webhook-id");
    var isSigned = exchange.getRequestHeaders().containsKey("webhook-signature");
    var body = Json.read(text).filter(JsonNode::isObject);
    if (id == null || !isSigned || body.isEmpty()) {
      send(exchange, 400, "text/plain", "no signed JSON object");
      return;
    }
    messages.add(new Message.Webhook(clock.instant(), id, body.get()));
    exchange.sendResponseHeaders(204, -1);
  }

  private static boolean saysSomething(JsonNode body) {
    return !body.path("text").asText().isEmpty()
        || !body.path("blocks").isEmpty()
        || !body.path("attachments").isEmpty();
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    Loopback.answer(
        exchange, status, type + "; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }
}
