package dev.bellwether.local.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import org.jspecify.annotations.Nullable;

/// Listens to events; one whose detail says `fail` fails.
public final class ListenerHandler implements RequestHandler<ScheduledEvent, @Nullable Void> {
  private final HandlerEnvironment environment;

  /// Made by the runner.
  public ListenerHandler(HandlerEnvironment environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable Void handleRequest(ScheduledEvent event, Context context) {
    Calls.add(
        "%s at %s"
            .formatted(event.getDetailType(), environment.clock().instant().getEpochSecond()));
    if (event.getDetail().containsKey("fail")) {
      throw new IllegalStateException("as it was asked");
    }
    return null;
  }
}
