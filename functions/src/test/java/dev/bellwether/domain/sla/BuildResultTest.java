package dev.bellwether.domain.sla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.sla.BuildResult.Color;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildResultTest {
  private static final Instant ENDED = Instant.parse("2026-11-25T10:00:00Z");

  @Test
  void a_build_has_a_result_for_each_pull_request_it_ran_for() {
    var results = BuildResult.of(event(Map.of("pull_requests", List.of(4L, 5L))));

    assertEquals(
        List.of(
            new BuildResult(Subject.parse("octo/hello", "pr#4"), "0f1e2d", "ci", Color.RED, ENDED),
            new BuildResult(Subject.parse("octo/hello", "pr#5"), "0f1e2d", "ci", Color.RED, ENDED)),
        results);
  }

  @ParameterizedTest
  @CsvSource({
    "failure,[RED]",
    "timed_out,[RED]",
    "startup_failure,[RED]",
    "success,[GREEN]",
    "neutral,[GREEN]",
    "skipped,[GREEN]",
    "cancelled,[]",
    "action_required,[]"
  })
  void its_conclusion_decides(String conclusion, String colors) {
    var results = BuildResult.of(event(Map.of("build_conclusion", conclusion)));

    assertEquals(colors, results.stream().map(BuildResult::color).toList().toString());
  }

  @Test
  void one_for_no_pull_request_and_what_is_no_build_have_none() {
    assertEquals(List.of(), BuildResult.of(event(Map.of("pull_requests", List.of()))));
    assertEquals(List.of(), BuildResult.of(event(SubjectKind.JOB, Map.of())));
  }

  private static Event event(Map<String, Object> more) {
    return event(SubjectKind.BUILD, more);
  }

  private static Event event(SubjectKind kind, Map<String, Object> more) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("build_name", "ci");
    facts.put("head_sha", "0f1e2d");
    facts.put("build_conclusion", "failure");
    facts.put("build_finished_at", ENDED.toString());
    facts.put("pull_requests", List.of(4L));
    facts.putAll(more);
    var subject = new Subject(kind, "octo/hello", "7001.1");
    return new Event(
        "workflow_run.completed", Set.of(), subject, new Facts(facts), ENDED.plusSeconds(3));
  }
}
