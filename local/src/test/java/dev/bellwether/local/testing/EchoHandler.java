package dev.bellwether.local.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;

/// Answers with the event it got; `/echo/throw` throws, `/echo/binary` answers with four bytes.
public final class EchoHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HandlerEnvironment environment;

  /// Made by the runner.
  public EchoHandler(HandlerEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    context.getLogger().log("{\"level\":\"INFO\",\"path\":\"%s\"}\n".formatted(event.getRawPath()));
    return switch (event.getRawPath()) {
      case "/echo/throw" -> throw new IllegalStateException("as it was asked");
      case "/echo/binary" ->
          APIGatewayV2HTTPResponse.builder()
              .withStatusCode(200)
              .withHeaders(Map.of("Content-Type", "image/png"))
              .withBody("AP8QgA==")
              .withIsBase64Encoded(true)
              .build();
      default ->
          APIGatewayV2HTTPResponse.builder()
              .withStatusCode(201)
              .withHeaders(Map.of("Content-Type", "application/json", "X-Greeting", greeting()))
              .withCookies(List.of("a=1", "b=2"))
              .withBody(json(event))
              .build();
    };
  }

  private String greeting() {
    return environment.variables().getOrDefault("GREETING", "");
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
