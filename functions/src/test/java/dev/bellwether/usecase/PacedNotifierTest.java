package dev.bellwether.usecase;

import static dev.bellwether.testing.ForAll.forAll;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.escalation.Pace;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.InMemoryPaceStore;
import dev.bellwether.testing.RecordingNotifier;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.port.PaceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacedNotifierTest {
  private static final Duration EACH = Duration.ofSeconds(1);

  private final SettableTime time = new SettableTime(NOW);
  private final List<Sent> sent = new ArrayList<>();
  private final PacedNotifier slack = paced(new InMemoryPaceStore());

  private record Sent(String key, Instant at) {}

  private record Message(String key, Instant at) {}

  @Test
  void one_that_comes_alone_is_sent_at_once() {
    assertInstanceOf(Outcome.Done.class, deliver("a"));
    time.set(NOW.plusSeconds(1));
    assertInstanceOf(Outcome.Done.class, deliver("b"));
  }

  @Test
  void those_that_come_together_have_turns_a_second_apart_in_their_order() {
    deliver("a");

    assertEquals(Duration.ofSeconds(1), wait("b"));
    assertEquals(Duration.ofSeconds(2), wait("c"));
    assertEquals(Duration.ofSeconds(1), wait("b"));

    time.set(NOW.plusSeconds(1));
    assertInstanceOf(Outcome.Done.class, deliver("b"));
    assertEquals(Duration.ofSeconds(1), wait("c"));
    assertEquals(Duration.ofSeconds(2), wait("d"));
  }

  @Test
  void one_that_failed_in_its_turn_needs_another() {
    deliver("a");
    wait("b");
    time.set(NOW.plusSeconds(1));
    deliver("b");

    assertEquals(Duration.ofSeconds(1), wait("b"));
  }

  @Test
  void in_a_storm_no_two_are_sent_within_a_second_and_none_is_lost() {
    forAll(
        20261125L,
        50,
        random ->
            IntStream.range(0, 300)
                .mapToObj(i -> new Message("m-" + i, NOW.plusMillis(random.nextInt(20_000))))
                .toList(),
        this::storm);
  }

  private void storm(List<Message> messages) {
    sent.clear();
    var notifier = paced(new InMemoryPaceStore());
    var queue = new PriorityQueue<>(Comparator.comparing(Message::at));
    queue.addAll(messages);
    while (!queue.isEmpty()) {
      var next = queue.remove();
      time.set(next.at());
      if (notifier.deliver(notice(next.key())) instanceof Outcome.Pending later) {
        assertTrue(later.delay().isPositive());
        queue.add(new Message(next.key(), next.at().plus(later.delay())));
      }
    }
    assertEquals(messages.size(), sent.stream().map(Sent::key).distinct().count());
    assertEquals(messages.size(), sent.size());
    for (int i = 1; i < sent.size(); i++) {
      assertTrue(!sent.get(i).at().isBefore(sent.get(i - 1).at().plus(EACH)), "at " + i);
    }
  }

  @Test
  void where_others_are_always_faster_it_waits_and_sends_nothing() {
    var contended =
        new PaceStore() {
          @Override
          public Pace find(String channel) {
            return Pace.idle(channel);
          }

          @Override
          public boolean replace(Pace pace) {
            return false;
          }
        };

    assertInstanceOf(Outcome.Pending.class, paced(contended).deliver(notice("a")));
    assertEquals(List.of(), sent);
  }

  @Test
  void who_never_comes_back_is_forgotten() {
    var pace = new Pace("slack", NOW.minusSeconds(7200), Map.of("gone", NOW.minusSeconds(7200)), 3);

    var answer = assertInstanceOf(Pace.Answer.Now.class, pace.ask("a", EACH, NOW));

    assertEquals(Map.of(), answer.next().turns());
  }

  private Outcome deliver(String key) {
    return slack.deliver(notice(key));
  }

  private Duration wait(String key) {
    return assertInstanceOf(Outcome.Pending.class, deliver(key)).delay();
  }

  private PacedNotifier paced(PaceStore store) {
    var recording =
        new RecordingNotifier(
            notice -> {
              sent.add(new Sent(notice.key(), time.instant()));
              return Outcome.done();
            });
    return new PacedNotifier(recording, EACH, () -> store, time);
  }

  private static Notice notice(String key) {
    return new Notice(key, Given.aPullRequest(42), 1, "Late", "It is late");
  }
}
