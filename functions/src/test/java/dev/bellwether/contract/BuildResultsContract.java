package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.sla.BuildResult;
import dev.bellwether.domain.sla.BuildResult.Color;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.BuildResults;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What every memory of build results does.
public interface BuildResultsContract {
  Subject PR = Subject.parse("octo/hello", "pr#42");

  /// One that knows of nothing.
  BuildResults buildResults();

  @Test
  default void those_whose_last_result_is_red_are_listed_by_name() {
    buildResults().record(result(PR, "lint", Color.RED, 10));
    buildResults().record(result(PR, "ci", Color.RED, 20));
    buildResults().record(result(PR, "docs", Color.GREEN, 30));

    assertEquals(
        List.of(result(PR, "ci", Color.RED, 20), result(PR, "lint", Color.RED, 10)),
        buildResults().red(PR));
  }

  @Test
  default void the_latest_to_end_counts_in_whatever_order_they_come() {
    buildResults().record(result(PR, "ci", Color.GREEN, 20));
    buildResults().record(result(PR, "ci", Color.RED, 10));
    buildResults().record(result(PR, "lint", Color.RED, 10));
    buildResults().record(result(PR, "lint", Color.GREEN, 20));

    assertEquals(List.of(), buildResults().red(PR));
  }

  @Test
  default void each_pull_request_has_its_own() {
    buildResults().record(result(PR, "ci", Color.RED, 10));

    assertEquals(List.of(), buildResults().red(Subject.parse("octo/hello", "pr#4")));
    assertEquals(List.of(), buildResults().red(Subject.parse("octo/other", "pr#42")));
  }

  private static BuildResult result(Subject pr, String build, Color color, int second) {
    return new BuildResult(
        pr, "0f1e2d", build, color, NOW.truncatedTo(SECONDS).plusSeconds(second));
  }
}
