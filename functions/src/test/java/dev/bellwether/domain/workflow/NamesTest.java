package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  @ParameterizedTest
  @CsvSource({
    "PR Review Automation, pr-review-automation",
    "'  Émile''s  build!! ', mile-s-build",
    "42, 42",
  })
  void a_workflow_id_is_a_slug_of_its_name(String name, String id) {
    assertEquals(id, WorkflowId.fromName(name).orElseThrow().value());
  }

  @Test
  void a_name_without_a_letter_or_digit_makes_no_id() {
    assertTrue(WorkflowId.fromName("!!!").isEmpty());
  }

  @Test
  void a_long_name_is_cut_to_a_valid_id() {
    assertTrue(WorkflowId.isValid(WorkflowId.fromName("a-".repeat(100)).orElseThrow().value()));
  }

  @ParameterizedTest
  @CsvSource({
    "pr-created, pr_created",
    "PR_CREATED, pr_created",
    "deployment_complete, deployment_succeeded",
    "build_success, build_succeeded",
    "github.star, github.star",
    "github.pull_request.opened, github.pull_request.opened",
  })
  void a_trigger_is_read_in_all_its_spellings(String text, String name) {
    assertEquals(name, TriggerType.parse(text).orElseThrow().name());
  }

  @ParameterizedTest
  @CsvSource({"pr_opend", "github.", "github.Star!", "''"})
  void an_unknown_trigger_is_none(String text) {
    assertTrue(TriggerType.parse(text).isEmpty());
  }

  @Test
  void a_subject_reads_back_what_it_writes() {
    var subject = new Subject(SubjectKind.BUILD, "acme/rocket", "7001.1");

    assertEquals("build#7001.1", subject.text());
    assertEquals(subject, Subject.parse("acme/rocket", subject.text()));
    assertThrows(IllegalArgumentException.class, () -> Subject.parse("acme/rocket", "7001"));
  }

  @Test
  void due_instants_are_the_same_for_whoever_asks() {
    var schedule = Schedule.every(Duration.ofMinutes(5));
    var within = Instant.parse("2026-11-24T09:07:30Z");

    assertEquals(Instant.parse("2026-11-24T09:10:00Z"), schedule.nextAfter(within));
    var exact = Instant.parse("2026-11-24T09:05:00Z");
    assertEquals(Instant.parse("2026-11-24T09:10:00Z"), schedule.nextAfter(exact));
  }
}
