package dev.bellwether.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.sla.Calendar;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.sla.Policy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyReaderTest {
  private static final LocalDate BASTILLE_DAY = LocalDate.parse("2026-07-14");
  private static final PolicyReader READER =
      new PolicyReader(
          (country, part) ->
              country.equals("FR") ? Optional.of(Set.of(BASTILLE_DAY)) : Optional.empty());

  private static final String DOCUMENT =
      """
      {"calendars": [
         {"id": "paris", "zone": "Europe/Paris",
          "hours": {"mon-fri": ["09:00-12:00", "13:00-17:00"], "sat": ["22:00-02:00"]},
          "holidays": {"country": "fr", "also": ["2026-12-24"], "except": []}}],
       "policies": [
         {"id": "reviews", "metric": "pr_review_time", "threshold": "4h", "calendar": "paris",
          "levels": ["0%", "50%", "100%"], "pause_labels": ["on hold"]},
         {"id": "urgent", "metric": "pr_review_time", "threshold": 300, "rank": 1,
          "conditions": [{"field": "labels", "operator": "contains", "value": "urgent"}],
          "levels": ["0s", "1m", "2m30s"]}]}
      """;

  @Test
  void a_subject_falls_under_the_policy_of_the_highest_rank_that_covers_it() {
    var policies = accepted(DOCUMENT);

    assertEquals("reviews", ruling(policies, Map.of("labels", List.of())).id());
    assertEquals("urgent", ruling(policies, Map.of("labels", List.of("urgent"))).id());
    assertEquals("reviews", ruling(policies, Map.of()).id());
    assertEquals("standard", policies.ruling(Metric.BUILD_TIME, Facts.none()).orElseThrow().id());
  }

  @Test
  void of_jobs_the_standard_is_about_tests_only() {
    var test = new Facts(Map.of("is_test", true));

    assertTrue(Policies.STANDARD.ruling(Metric.TEST_EXECUTION, test).isPresent());
    assertTrue(Policies.STANDARD.ruling(Metric.TEST_EXECUTION, Facts.none()).isEmpty());
  }

  @Test
  void levels_are_parts_of_the_threshold_or_times_after_it() {
    var policies = accepted(DOCUMENT);

    var reviews = ruling(policies, Map.of()).terms();
    assertEquals(Duration.ofHours(6), reviews.at(Level.ESCALATION));
    assertEquals(Duration.ofHours(8), reviews.at(Level.CRITICAL));
    var urgent = ruling(policies, Map.of("labels", List.of("urgent"))).terms();
    assertEquals(Duration.ofSeconds(300 + 150), urgent.at(Level.CRITICAL));
    assertEquals(Calendar.ALWAYS, urgent.calendar());
  }

  @Test
  void a_calendar_has_the_holidays_of_its_country_and_hours_that_run_into_the_next_day() {
    var calendar = ruling(accepted(DOCUMENT), Map.of()).terms().calendar();

    assertEquals(Set.of(BASTILLE_DAY, LocalDate.parse("2026-12-24")), calendar.holidays());
    assertEquals("[09:00-12:00, 13:00-17:00]", "" + calendar.hours().get(DayOfWeek.MONDAY));
    assertEquals("[22:00-24:00]", "" + calendar.hours().get(DayOfWeek.SATURDAY));
    assertEquals("[00:00-02:00]", "" + calendar.hours().get(DayOfWeek.SUNDAY));
  }

  @Test
  void labels_hold_up_whatever_their_case() {
    var reviews = ruling(accepted(DOCUMENT), Map.of());

    assertTrue(reviews.isHeldUp(new Facts(Map.of("labels", List.of("bug", "On Hold")))));
    assertTrue(!reviews.isHeldUp(new Facts(Map.of("labels", List.of("blocked")))));
    var standard = Policies.standard(Metric.PR_REVIEW_TIME);
    assertTrue(standard.isHeldUp(new Facts(Map.of("labels", List.of("blocked")))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "Europe/Paris"      | "Europe/Pariss"   | /calendars/0/zone      | IANA
          "id": "paris"       | "id": "Paris!"    | /calendars/0/id        | lower-case
          "mon-fri"           | "mon-fry"         | /calendars/0/hours/mon-fry | mon-fri
          "09:00-12:00"       | "9-12"            | /calendars/0/hours/mon-fri | 09:00-17:30
          "09:00-12:00"       | "09:00-25:00"     | /calendars/0/hours/mon-fri | 09:00-17:30
          "fr"                | "xx"              | /calendars/0/holidays/country | No holidays
          "2026-12-24"        | "24.12."          | /calendars/0/holidays/also | 2026-12-24
          "metric": "pr_review_time", "threshold": "4h" | "metric": "pr_revew_time", "threshold": "4h" | /policies/0/metric | did you mean 'pr_review_time'
          "threshold": "4h"   | "threshold": "4x" | /policies/0/threshold  | duration
          "threshold": "4h"   | "threshold": 0    | /policies/0/threshold  | from 1
          "calendar": "paris" | "calendar": "rome" | /policies/0/calendar  | Known: always, paris
          "50%"               | "200%"            | /policies/0/levels     | none before
          "50%"               | "half"            | /policies/0/levels     | three
          "id": "urgent"      | "id": "reviews"   | /policies/1/id         | Another policy
          "rank": 1           | "ranc": 1         | /policies/1/ranc       | did you mean 'rank'
          "operator": "contains" | "operator": "has" | /policies/1/conditions/0/operator | Unknown operator
          """)
  void what_is_wrong_is_told_where_it_is(String good, String bad, String pointer, String words) {
    assertTrue(DOCUMENT.contains(good), good);

    switch (READER.read(Json.read(DOCUMENT.replaceFirst(good, bad)))) {
      case Reading.Accepted<Policies> accepted -> throw new AssertionError("accepted");
      case Reading.Refused<Policies>(var faults) ->
          assertTrue(
              faults.stream()
                  .filter(fault -> fault.pointer().equals(pointer))
                  .anyMatch(fault -> fault.detail().contains(words)),
              faults::toString);
    }
  }

  @Test
  void nothing_written_is_the_standard() {
    assertEquals(Policies.STANDARD, accepted("{}"));
  }

  private static Policy ruling(Policies policies, Map<String, Object> facts) {
    return policies.ruling(Metric.PR_REVIEW_TIME, new Facts(facts)).orElseThrow();
  }

  private static Policies accepted(String document) {
    return switch (READER.read(Json.read(document))) {
      case Reading.Accepted<Policies>(var policies) -> policies;
      case Reading.Refused<Policies>(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
