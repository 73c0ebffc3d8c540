package dev.bellwether.usecase;

import static dev.bellwether.testing.ForAll.forAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.escalation.Notice.Action;
import dev.bellwether.domain.escalation.Notice.Alert;
import dev.bellwether.domain.escalation.NoticeGroup;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.testing.InMemoryNoticeGroupStore;
import dev.bellwether.testing.RecordingNotifier;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.action.SendNotification;
import dev.bellwether.usecase.port.NoticeGroupStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GroupedNotifierTest {
  private static final Instant MINUTE = Instant.parse("2026-11-25T09:00:00Z");

  private final SettableTime time = new SettableTime(MINUTE);
  private final List<Notice> sent = new ArrayList<>();
  private final GroupedNotifier slack = grouped(new InMemoryNoticeGroupStore());

  private Outcome outcome = Outcome.done();

  private record Coming(Notice notice, Instant at) {}

  @Test
  void the_first_three_are_told_at_once_and_the_others_together_when_the_minute_is_over() {
    Stream.of("a", "b", "c").forEach(key -> assertInstanceOf(Outcome.Done.class, deliver(key)));
    time.set(MINUTE.plusSeconds(20));
    assertEquals(Duration.ofSeconds(40), wait("d"));
    assertEquals(Duration.ofSeconds(40), wait("e"));
    assertEquals(List.of("a", "b", "c"), sent.stream().map(Notice::key).toList());

    time.set(MINUTE.plusSeconds(60));
    assertInstanceOf(Outcome.Done.class, deliver("e", MINUTE.plusSeconds(20)));
    assertInstanceOf(Outcome.Done.class, deliver("d", MINUTE.plusSeconds(20)));

    assertEquals(4, sent.size());
    var list = sent.getLast();
    assertEquals("2 more are late in octo/hello", list.title());
    assertEquals("• d: 6 min so far\n• e: 6 min so far", list.text());
    assertEquals("octo/hello repository#octo/hello", list.subject().toString());
    assertEquals(1, list.level());
    assertNull(list.alert());
  }

  @Test
  void one_that_waited_alone_is_told_as_it_is() {
    Stream.of("a", "b", "c").forEach(this::deliver);
    wait("d");
    time.set(MINUTE.plusSeconds(61));

    deliver("d", MINUTE);

    assertEquals("d is late", sent.getLast().title());
  }

  @Test
  void the_others_wait_until_all_are_told_and_one_takes_over_from_who_fails() {
    Stream.of("a", "b", "c").forEach(this::deliver);
    wait("d");
    wait("e");
    outcome = Outcome.failedForGood("gone");
    time.set(MINUTE.plusSeconds(60));
    assertInstanceOf(Outcome.Failed.class, deliver("d", MINUTE));
    outcome = Outcome.done();

    assertInstanceOf(Outcome.Pending.class, deliver("e", MINUTE));
    assertEquals(3, sent.size());
    time.set(MINUTE.plusSeconds(180));
    assertInstanceOf(Outcome.Done.class, deliver("e", MINUTE));
    assertEquals("2 more are late in octo/hello", sent.getLast().title());
    assertInstanceOf(Outcome.Done.class, deliver("d", MINUTE));
    assertEquals(4, sent.size());
  }

  @Test
  void who_tells_for_all_may_have_to_wait_for_their_turn_and_nobody_tells_beside_them() {
    Stream.of("a", "b", "c").forEach(this::deliver);
    wait("d");
    wait("e");
    time.set(MINUTE.plusSeconds(60));
    outcome = new Outcome.Pending(Duration.ofSeconds(1), "one message a second", Map.of());
    assertInstanceOf(Outcome.Pending.class, deliver("d", MINUTE));
    outcome = Outcome.done();
    time.set(MINUTE.plusSeconds(61));
    assertInstanceOf(Outcome.Done.class, deliver("d", MINUTE));

    time.set(MINUTE.plusSeconds(600));
    assertInstanceOf(Outcome.Done.class, deliver("e", MINUTE));
    assertEquals(4, sent.size());
  }

  @Test
  void what_comes_when_its_minute_is_over_is_told_with_those_of_the_minute_it_is() {
    time.set(MINUTE.plusSeconds(600));
    Stream.of("a", "b", "c").forEach(key -> deliver(key, MINUTE));
    assertInstanceOf(Outcome.Pending.class, deliver("d", MINUTE));
    assertInstanceOf(Outcome.Pending.class, deliver("e", MINUTE));

    time.set(MINUTE.plusSeconds(660));
    deliver("d", MINUTE);
    assertInstanceOf(Outcome.Done.class, deliver("e", MINUTE));

    assertEquals(4, sent.size());
    assertEquals("2 more are late in octo/hello", sent.getLast().title());
  }

  @Test
  void one_that_comes_when_the_others_were_told_is_not_lost() {
    Stream.of("a", "b", "c").forEach(this::deliver);
    wait("d");
    wait("e");
    time.set(MINUTE.plusSeconds(60));
    deliver("d", MINUTE);

    deliver("late", MINUTE.plusSeconds(59));

    assertEquals("late is late", sent.getLast().title());
  }

  @Test
  void other_repositories_levels_and_ends_are_told_by_themselves() {
    Stream.of("a", "b", "c", "d").forEach(this::deliver);

    slack.deliver(notice("r", "octo/other", 1, Action.TRIGGER, MINUTE));
    slack.deliver(notice("l", "octo/hello", 2, Action.TRIGGER, MINUTE));
    slack.deliver(notice("e", "octo/hello", 1, Action.RESOLVE, MINUTE));

    assertEquals(List.of("a", "b", "c", "r", "l", "e"), sent.stream().map(Notice::key).toList());
  }

  @Test
  void what_is_about_no_alert_is_told_at_once_however_many_there_are() {
    IntStream.range(0, 10)
        .mapToObj(i -> new Notice("k" + i, pr("octo/hello", i), 0, "Merged", ""))
        .forEach(slack::deliver);

    assertEquals(10, sent.size());
  }

  @Test
  void in_any_storm_each_is_told_once_and_within_a_minute_with_few_messages() {
    forAll(20261125L, 50, GroupedNotifierTest::storm, this::toldOnce);
  }

  private static List<Coming> storm(RandomGenerator random) {
    return IntStream.range(0, 1 + random.nextInt(150))
        .mapToObj(
            i -> {
              var at = MINUTE.plusMillis(random.nextInt(180_000));
              return new Coming(notice("m" + i, "octo/hello", 1, Action.TRIGGER, at), at);
            })
        .toList();
  }

  private void toldOnce(List<Coming> storm) {
    sent.clear();
    var notifier = grouped(new InMemoryNoticeGroupStore());
    var queue = new PriorityQueue<>(Comparator.comparing(Coming::at));
    queue.addAll(storm);
    var toldAt = new HashMap<String, Instant>();
    while (!queue.isEmpty()) {
      var next = queue.remove();
      time.set(next.at());
      var before = sent.size();
      if (notifier.deliver(next.notice()) instanceof Outcome.Pending later) {
        queue.add(new Coming(next.notice(), next.at().plus(later.delay())));
      }
      sent.stream().skip(before).forEach(message -> told(message, toldAt, next.at()));
    }
    assertEquals(storm.size(), toldAt.size());
    for (var one : storm) {
      var told = toldAt.getOrDefault(one.notice().key(), Instant.MAX);
      assertTrue(!told.isAfter(one.at().plusSeconds(60)), () -> one + " was told at " + told);
    }
    assertTrue(sent.size() <= 3 * 4, sent.size() + " messages in three minutes");
  }

  private static void told(Notice message, Map<String, Instant> toldAt, Instant at) {
    var keys =
        message.text().startsWith("•")
            ? message.text().lines().map(line -> line.substring(2, line.indexOf(':'))).toList()
            : List.of(message.key());
    keys.forEach(key -> assertNull(toldAt.put(key, at), key + " was told twice"));
  }

  @Test
  void where_others_are_always_faster_it_waits_and_sends_nothing() {
    var contended =
        new NoticeGroupStore() {
          @Override
          public Optional<NoticeGroup> find(String id) {
            return Optional.empty();
          }

          @Override
          public boolean replace(NoticeGroup group) {
            return false;
          }
        };

    assertInstanceOf(
        Outcome.Pending.class,
        grouped(contended).deliver(notice("a", "octo/hello", 1, Action.TRIGGER, MINUTE)));
    assertEquals(List.of(), sent);
  }

  @Test
  void forty_escalations_at_once_all_end_well_after_four_messages() {
    var world =
        new EngineWorld(new SendNotification(List.of(grouped(new InMemoryNoticeGroupStore()))));
    var parameters =
        Map.<String, Object>of(
            "channel",
            "slack",
            "level",
            1,
            "message",
            "{{number}}: late",
            "alert_key",
            "of-{{number}}");
    world.save(
        EngineWorld.workflow("tell", ActionSpec.of("tell", "send_notification", parameters)));
    time.set(world.time.instant());

    IntStream.rangeClosed(1, 40).forEach(world::opened);
    world.settle();
    assertEquals(3, sent.size());
    time.set(time.instant().plusSeconds(60));
    world.pass(Duration.ofSeconds(60));

    assertEquals(4, sent.size());
    assertEquals("37 more are late in octo/hello", sent.getLast().title());
    assertEquals(37, sent.getLast().text().lines().count());
    assertEquals(
        Set.of(ExecutionState.SUCCEEDED),
        world.of("tell").stream().map(Execution::state).collect(Collectors.toSet()));
  }

  private Outcome deliver(String key) {
    return deliver(key, time.instant());
  }

  private Outcome deliver(String key, Instant since) {
    return slack.deliver(notice(key, "octo/hello", 1, Action.TRIGGER, since));
  }

  private Duration wait(String key) {
    return assertInstanceOf(Outcome.Pending.class, deliver(key)).delay();
  }

  private GroupedNotifier grouped(NoticeGroupStore store) {
    var recording =
        new RecordingNotifier(
            notice -> {
              if (outcome instanceof Outcome.Done) {
                sent.add(notice);
              }
              return outcome;
            });
    return new GroupedNotifier(recording, () -> store, time);
  }

  private static Notice notice(
      String key, String repository, int level, Action action, Instant since) {
    var subject = pr(repository, 42);
    return new Notice(
        key,
        subject,
        subject,
        level,
        key + " is late",
        key + ": 6 min so far\nNobody looks.",
        new Alert("incident-" + key, action, since));
  }

  private static Subject pr(String repository, int number) {
    return Subject.parse(repository, "pr#" + number);
  }
}
