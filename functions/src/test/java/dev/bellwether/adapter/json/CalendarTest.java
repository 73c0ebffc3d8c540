package dev.bellwether.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.sla.Calendar;
import dev.bellwether.testing.ForAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Calendars as they are written, and the time that counts by them.
class CalendarTest {
  private static final JsonNode FILE = file();
  private static final List<Calendar> CALENDARS =
      StreamSupport.stream(FILE.get("calendars").spliterator(), false)
          .map(CalendarTest::calendar)
          .toList();

  @TestFactory
  Stream<DynamicTest> counts_what_was_worked_out_by_hand() {
    return StreamSupport.stream(FILE.get("cases").spliterator(), false).toList().stream()
        .map(
            c ->
                DynamicTest.dynamicTest(
                    c.get(0).asText() + ": " + c.get(4).asText(), () -> holds(c)));
  }

  private static void holds(JsonNode c) {
    var calendar = named(c.get(0).asText());
    var from = Instant.parse(c.get(1).asText());
    var to = Instant.parse(c.get(2).asText());
    var worked = Duration.parse(c.get(3).asText());

    assertEquals(worked, calendar.worked(from, to));
    assertEquals(worked, oneByOne(calendar, from, to));
    assertEquals(worked, calendar.worked(from, calendar.after(from, worked)));
  }

  @Test
  void counting_is_as_looking_at_every_minute_adds_up_and_can_be_turned_round() {
    ForAll.forAll(1, 300, Drawn::of, CalendarTest::isExact);
  }

  /// A calendar, three instants in order, and some time to work.
  private record Drawn(
      Calendar calendar, Instant from, Instant middle, Instant to, Duration wanted) {
    static Drawn of(RandomGenerator random) {
      var from = instant(random);
      var middle = from.plus(Duration.ofMinutes(random.nextInt(4_000)));
      return new Drawn(
          CALENDARS.get(random.nextInt(CALENDARS.size())),
          from,
          middle,
          middle.plus(Duration.ofMinutes(random.nextInt(4_000))),
          Duration.ofSeconds(random.nextInt(1, 200_000)));
    }
  }

  private static void isExact(Drawn drawn) {
    var calendar = drawn.calendar();
    var worked = calendar.worked(drawn.from(), drawn.to());
    assertEquals(oneByOne(calendar, drawn.from(), drawn.to()), worked);
    var parts =
        calendar
            .worked(drawn.from(), drawn.middle())
            .plus(calendar.worked(drawn.middle(), drawn.to()));
    assertEquals(worked, parts);

    var end = calendar.after(drawn.from(), drawn.wanted());
    assertEquals(drawn.wanted(), calendar.worked(drawn.from(), end));
    var before = calendar.worked(drawn.from(), end.minusNanos(1));
    assertTrue(before.compareTo(drawn.wanted()) < 0);
  }

  @Test
  void where_all_time_counts_it_counts_as_it_passes() {
    var now = Instant.parse("2026-11-25T09:00:00Z");

    assertEquals(Duration.ofDays(3), Calendar.ALWAYS.worked(now, now.plus(Duration.ofDays(3))));
    assertEquals(now.plusSeconds(7), Calendar.ALWAYS.after(now, Duration.ofSeconds(7)));
    assertEquals(now, Calendar.ALWAYS.after(now, Duration.ZERO));
    assertTrue(Calendar.ALWAYS.isOpen(now));
  }

  @Test
  void it_is_open_from_the_first_instant_until_before_the_last() {
    var paris = named("paris");

    assertFalse(paris.isOpen(Instant.parse("2026-11-23T07:59:59.999Z")));
    assertTrue(paris.isOpen(Instant.parse("2026-11-23T08:00:00Z")));
    assertTrue(paris.isOpen(Instant.parse("2026-11-23T15:59:59.999Z")));
    assertFalse(paris.isOpen(Instant.parse("2026-11-23T16:00:00Z")));
  }

  @Test
  void a_calendar_without_hours_is_none() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Calendar("none", ZoneOffset.UTC, Map.of(), Set.of()));
  }

  /// Asks of each minute, or of each second of a short time, whether the clocks show hours that
  /// count.
  private static Duration oneByOne(Calendar calendar, Instant from, Instant to) {
    var step = Duration.between(from, to).toMinutes() > 0 ? ChronoUnit.MINUTES : ChronoUnit.SECONDS;
    var sum = Duration.ZERO;
    for (var at = from; at.isBefore(to); at = at.plus(1, step)) {
      var local = at.atZone(calendar.zone());
      var minute = local.getHour() * 60 + local.getMinute();
      var counts =
          !calendar.holidays().contains(local.toLocalDate())
              && calendar.hours().getOrDefault(local.getDayOfWeek(), List.of()).stream()
                  .anyMatch(h -> h.from() <= minute && minute < h.to());
      sum = counts ? sum.plus(1, step) : sum;
    }
    return sum;
  }

  private static Instant instant(RandomGenerator random) {
    var changes =
        List.of("2026-03-28", "2026-10-24", "2026-03-07", "2026-10-31", "2018-11-03", "2019-02-16");
    var day = random.nextBoolean() ? changes.get(random.nextInt(changes.size())) : "2026-07-01";
    return Instant.parse(day + "T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(3_000)));
  }

  private static Calendar named(String id) {
    return CALENDARS.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static Calendar calendar(JsonNode json) {
    var faults = new ArrayList<Fault>();
    var reader = new CalendarReader((country, part) -> Optional.empty());
    var calendar = Draft.of(json, "", faults).flatMap(reader::read);
    assertEquals(List.of(), faults);
    return calendar.orElseThrow();
  }

  private static JsonNode file() {
    try (var in = CalendarTest.class.getResourceAsStream("/cases/calendars/worked.json")) {
      return Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
