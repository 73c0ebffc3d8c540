package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aBuild;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.EdgeStore;
import dev.bellwether.usecase.port.EdgeStore.Edge;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an [EdgeStore] promises.
public interface EdgeStoreContract {
  Workflow WORKFLOW = Given.aWorkflow("slow-builds").withVersion(3);

  /// The store, empty at the start of each test.
  EdgeStore edges();

  @Test
  default void an_edge_is_raised_once_and_remembered_since_the_first_time() {
    var edge = new Edge(aBuild(7001), NOW);

    assertTrue(edges().raise(WORKFLOW, edge));
    assertFalse(edges().raise(WORKFLOW, new Edge(aBuild(7001), NOW.plusSeconds(300))));

    assertEquals(List.of(edge), edges().raised(WORKFLOW));
  }

  @Test
  @Tag("race")
  default void of_racing_checkers_one_raises() {
    var results = Race.of(i -> edges().raise(WORKFLOW, new Edge(aBuild(7001), NOW)));

    assertEquals(1, Collections.frequency(results, true));
  }

  @Test
  default void each_subject_has_its_own_edge_and_each_version_its_own_edges() {
    edges().raise(WORKFLOW, new Edge(aBuild(7001), NOW));
    edges().raise(WORKFLOW, new Edge(aBuild(7002), NOW));

    assertEquals(
        Set.of(new Edge(aBuild(7001), NOW), new Edge(aBuild(7002), NOW)),
        Set.copyOf(edges().raised(WORKFLOW)));
    assertEquals(List.of(), edges().raised(WORKFLOW.withVersion(4)));
  }

  @Test
  default void a_lowered_edge_can_be_raised_again() {
    edges().raise(WORKFLOW, new Edge(aBuild(7001), NOW));

    edges().lower(WORKFLOW, aBuild(7001));
    edges().lower(WORKFLOW, aBuild(7001));

    assertEquals(List.of(), edges().raised(WORKFLOW));
    assertTrue(edges().raise(WORKFLOW, new Edge(aBuild(7001), NOW.plusSeconds(300))));
  }
}
