package dev.bellwether.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Objects;
import org.crac.Core;
import org.crac.Resource;

/// Greets with its environment and says what it has been through; `/throw` throws.
public final class GreetingHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>, Resource {
  private final String greeting;
  private String past = "made";

  /// Made by the Runtime Interface Client.
  public GreetingHandler() {
    greeting = Objects.requireNonNull(System.getenv("GREETING"), "GREETING is not set");
    Core.getGlobalContext().register(this);
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    if (event.getRawPath().equals("/throw")) {
      throw new IllegalStateException("as it was asked");
    }
    context.getLogger().log("greeting " + context.getAwsRequestId() + "\n");
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withBody("%s from %s: %s".formatted(greeting, event.getRawPath(), past))
        .build();
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    past += ", frozen";
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    past += ", thawed";
  }
}
