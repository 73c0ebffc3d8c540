package dev.bellwether.local.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.bellwether.local.template.Template;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writes a request as an HTTP API's event of payload format 2.0.
///
/// Header names are in lower case, several values of one name are joined by a comma, cookies are
/// apart. A body that is not text by its content type, forms included, is Base64.
final class HttpEvents {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;

  HttpEvents(InstantSource clock) {
    this.clock = clock;
  }

  byte[] event(HttpExchange exchange, Router.Match match, byte[] body)
      throws JsonProcessingException {
    var headers = headers(exchange);
    var uri = exchange.getRequestURI();
    var query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    var event =
        JSON.createObjectNode()
            .put("version", "2.0")
            .put("routeKey", match.route().key())
            .put("rawPath", uri.getRawPath())
            .put("rawQueryString", query);
    var cookies = headers.remove("cookie");
    if (cookies != null) {
      List.of(cookies.split("; ?")).forEach(event.putArray("cookies")::add);
    }
    event.set("headers", JSON.valueToTree(headers));
    if (!query.isEmpty()) {
      event.set("queryStringParameters", JSON.valueToTree(queryParameters(query)));
    }
    if (!match.pathParameters().isEmpty()) {
      event.set("pathParameters", JSON.valueToTree(match.pathParameters()));
    }
    event.set("requestContext", context(exchange, match, headers));
    body(event, headers.getOrDefault("content-type", ""), body);
    return JSON.writeValueAsBytes(event);
  }

  static Map<String, String> headers(HttpExchange exchange) {
    var headers = new LinkedHashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), join(name, values)));
    return headers;
  }

  private static String join(String name, List<String> values) {
    return String.join(name.equalsIgnoreCase("cookie") ? "; " : ",", values);
  }

  private static Map<String, String> queryParameters(String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (String pair : query.split("&", -1)) {
      var parts = pair.split("=", 2);
      var value = parts.length < 2 ? "" : decode(parts[1]);
      parameters.merge(decode(parts[0]), value, (first, second) -> first + "," + second);
    }
    return parameters;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private ObjectNode context(
      HttpExchange exchange, Router.Match match, Map<String, String> headers) {
    var now = clock.instant();
    var domain = headers.getOrDefault("host", "localhost");
    var context =
        JSON.createObjectNode()
            .put("accountId", Template.ACCOUNT)
            .put("apiId", "local")
            .put("domainName", domain)
            .put("domainPrefix", domain.split("[.:]", 2)[0])
            .put("requestId", UUID.randomUUID().toString())
            .put("routeKey", match.route().key())
            .put("stage", "$default")
            .put("time", TIME.format(now))
            .put("timeEpoch", now.toEpochMilli());
    context
        .putObject("http")
        .put("method", exchange.getRequestMethod())
        .put("path", exchange.getRequestURI().getRawPath())
        .put("protocol", exchange.getProtocol())
        .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
        .put("userAgent", headers.getOrDefault("user-agent", ""));
    return context;
  }

  private static void body(ObjectNode event, String contentType, byte[] body) {
    if (body.length == 0) {
      event.put("isBase64Encoded", false);
      return;
    }
    var text = isText(contentType) ? text(body) : Optional.<String>empty();
    event.put("body", text.orElseGet(() -> Base64.getEncoder().encodeToString(body)));
    event.put("isBase64Encoded", text.isEmpty());
  }

  private static boolean isText(String contentType) {
    var type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return type.startsWith("text/")
        || type.endsWith("+json")
        || List.of("application/json", "application/javascript", "application/xml").contains(type);
  }

  private static Optional<String> text(byte[] body) {
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return Optional.of(decoder.decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
