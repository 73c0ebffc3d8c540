package dev.bellwether.local.contract.sns;

import dev.bellwether.local.engine.AwsFront;
import dev.bellwether.local.engine.EventBus;
import dev.bellwether.local.engine.Secrets;
import dev.bellwether.local.engine.Topics;
import dev.bellwether.local.template.Template;
import dev.bellwether.local.template.Topic;
import dev.bellwether.local.testing.WholeSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.services.sns.SnsClient;

/// A topic of the template, in this process.
final class EmbeddedTopic implements SubscribedTopic {
  private final LinkedBlockingQueue<Received> mailed = new LinkedBlockingQueue<>();
  private final Topic topic;
  private final AwsFront front;
  private final SnsClient client;

  EmbeddedTopic() {
    try {
      Template template = WholeSystem.template();
      topic = template.topics().getFirst();
      front =
          AwsFront.start(
              new EventBus(template, InstantSource.system(), (function, event) -> {}),
              new Topics(
                  List.of(topic),
                  (name, address, subject, text) -> mailed.add(new Received(subject, text))),
              new Secrets(List.of(), Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    client = SubscribedTopic.clientOf(front.endpoint());
  }

  @Override
  public SnsClient client() {
    return client;
  }

  @Override
  public String arn() {
    return topic.arn();
  }

  @Override
  public List<Received> received() {
    var received = new ArrayList<Received>();
    mailed.drainTo(received);
    return received;
  }

  @Override
  public void close() {
    client.close();
    front.close();
  }
}
