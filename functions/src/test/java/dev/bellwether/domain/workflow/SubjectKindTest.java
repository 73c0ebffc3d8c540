package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectKindTest {
  @ParameterizedTest
  @CsvSource({
    "build_duration, build",
    "title build_duration, build",
    "pr_number, pr",
    "job_name is_test, job",
    "deployment_status, deployment",
    "agent_name, agent",
    "task_id, task",
    "files_changed, pr",
    "approvals, pr",
    "draft title, pr",
    "title, pr",
    "labels.count, pr",
    "branch, pr",
    "environment, deployment",
    "environment branch, deployment",
    "pull_requests, build",
    "'', ''",
    "level metric, ''",
    "repository, ''",
    "event.title, ''",
    "typo, ''",
  })
  void a_kind_is_told_by_the_facts_that_conditions_name(String facts, String kind) {
    var told = SubjectKind.toldBy(List.of(facts.split(" ")));

    assertEquals(kind, told.map(SubjectKind::wireName).orElse(""));
  }
}
