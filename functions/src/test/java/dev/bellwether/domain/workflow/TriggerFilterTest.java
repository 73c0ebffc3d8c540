package dev.bellwether.domain.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Truth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerFilterTest {
  private static final List<String> ANY = List.of();

  @Test
  void repositories_are_globs_over_the_whole_name() {
    var filter = new TriggerFilter(List.of("octo/*", "acme/rocket"), ANY, ANY, ANY, ANY);

    assertEquals(Truth.TRUE, test(filter, Map.of("repository", "octo/hello")));
    assertEquals(Truth.TRUE, test(filter, Map.of("repository", "acme/rocket")));
    assertEquals(Truth.FALSE, test(filter, Map.of("repository", "acme/rocket-2")));
  }

  @Test
  void the_branch_of_a_pull_request_is_the_one_it_is_to_be_merged_into() {
    var filter = new TriggerFilter(ANY, List.of("main", "release/*"), ANY, ANY, ANY);

    assertEquals(Truth.TRUE, test(filter, Map.of("base_branch", "main", "branch", "feat/x")));
    assertEquals(Truth.FALSE, test(filter, Map.of("base_branch", "dev", "branch", "main")));
    assertEquals(Truth.TRUE, test(filter, Map.of("branch", "release/1.0")));
    assertEquals(Truth.UNKNOWN, test(filter, Map.of("title", "x")));
  }

  @Test
  void one_path_that_matches_is_enough_and_paths_not_known_are_unknown() {
    var filter = new TriggerFilter(ANY, ANY, List.of("src/**", "pom.xml"), ANY, ANY);

    assertEquals(Truth.TRUE, test(filter, Map.of("files", List.of("README.md", "src/a/B.java"))));
    assertEquals(Truth.FALSE, test(filter, Map.of("files", List.of("README.md"))));
    assertEquals(Truth.UNKNOWN, test(filter, Map.of("title", "x")));
  }

  @Test
  void of_a_label_event_the_label_it_is_about_counts() {
    var filter = new TriggerFilter(ANY, ANY, ANY, List.of("bug"), ANY);
    var labels = List.of("bug", "x");

    assertEquals(Truth.TRUE, test(filter, Map.of("label", "bug", "labels", labels)));
    assertEquals(Truth.FALSE, test(filter, Map.of("label", "x", "labels", labels)));
    assertEquals(Truth.TRUE, test(filter, Map.of("labels", labels)));
    assertEquals(Truth.FALSE, test(filter, Map.of("labels", List.of("x"))));
  }

  @Test
  void sources_are_names() {
    var filter = new TriggerFilter(ANY, ANY, ANY, ANY, List.of("grafana"));

    assertEquals(Truth.TRUE, test(filter, Map.of("source", "grafana")));
    assertEquals(Truth.FALSE, test(filter, Map.of("source", "sentry")));
  }

  @Test
  void no_filter_lets_everything_pass() {
    assertEquals(Truth.TRUE, test(TriggerFilter.NONE, Map.of("title", "x")));
  }

  private static Truth test(TriggerFilter filter, Map<String, Object> facts) {
    var known = Facts.none();
    for (var fact : facts.entrySet()) {
      known = known.with(fact.getKey(), fact.getValue());
    }
    return filter.condition().test(known);
  }
}
