package dev.bellwether.local.contract.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.adapter.sns.SnsNotifier;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.local.contract.sns.SubscribedTopic.Received;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SnsNotifierContractTest {
  private static final Subject BUILD = Subject.parse("octo-org/hello-world", "build#7001.1");

  private final SubscribedTopic topic = SubscribedTopic.fresh();

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void a_notice_reaches_who_subscribed_to_the_topic_of_its_level() {
    var notifier =
        new SnsNotifier(
            topic::client, level -> level == 2 ? Optional.of(topic.arn()) : Optional.empty());

    var told = notifier.deliver(notice(2, "Build CI is late", "15 min so far & counting."));
    var nobody = notifier.deliver(notice(3, "Build CI is late", "20 min so far."));

    assertInstanceOf(Outcome.Done.class, told);
    assertInstanceOf(Outcome.Failed.class, nobody);
    assertEquals(
        List.of(
            new Received(
                "[Level 2] Build CI is late",
                "15 min so far & counting.\n\nocto-org/hello-world build#7001.1\n")),
        topic.received());
  }

  @Test
  void a_title_that_sns_would_refuse_arrives_as_a_subject_that_it_takes() {
    var notifier = new SnsNotifier(topic::client, level -> Optional.of(topic.arn()));

    notifier.deliver(notice(1, "Café\n→ " + "long ".repeat(40), "Text with → as it is."));

    var received = topic.received();
    assertEquals(1, received.size());
    assertTrue(received.get(0).subject().startsWith("[Level 1] Cafe ? long long"));
    assertTrue(received.get(0).text().startsWith("Text with → as it is."));
  }

  @Test
  void a_topic_that_is_not_there_fails_for_good() {
    var notifier = new SnsNotifier(topic::client, level -> Optional.of(topic.arn() + "-gone"));

    var failed = assertInstanceOf(Outcome.Failed.class, notifier.deliver(notice(1, "a", "b")));

    var failure = assertInstanceOf(Failure.Permanent.class, failed.failure());
    assertTrue(failure.reason().contains("NotFound"), failure.reason());
    assertEquals(List.of(), topic.received());
  }

  private static Notice notice(int level, String title, String text) {
    return new Notice("key", BUILD, level, title, text);
  }
}
