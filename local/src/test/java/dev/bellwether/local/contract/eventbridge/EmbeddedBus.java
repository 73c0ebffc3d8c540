package dev.bellwether.local.contract.eventbridge;

import dev.bellwether.local.engine.AwsFront;
import dev.bellwether.local.engine.EventBus;
import dev.bellwether.local.engine.Secrets;
import dev.bellwether.local.engine.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/// The bus of the template, in this process.
final class EmbeddedBus implements ViolationBus {
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final AwsFront front;
  private final EventBridgeClient client;

  EmbeddedBus() {
    try {
      front =
          AwsFront.start(
              new EventBus(
                  TEMPLATE, InstantSource.system(), (function, event) -> events.add(event)),
              new Topics(List.of(), (topic, address, subject, message) -> {}),
              new Secrets(List.of(), Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client = ViolationBus.clientOf(front.endpoint());
  }

  @Override
  public EventBridgeClient client() {
    return client;
  }

  @Override
  public String name() {
    return RULE.bus();
  }

  @Override
  public List<String> heard() {
    return List.copyOf(events);
  }

  @Override
  public void close() {
    client.close();
    front.close();
  }
}
