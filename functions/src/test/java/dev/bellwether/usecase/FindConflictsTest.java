package dev.bellwether.usecase;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.isolation.Conflict;
import dev.bellwether.domain.isolation.Push;
import dev.bellwether.testing.InMemoryBranchStore;
import dev.bellwether.testing.InMemoryConflictStore;
import dev.bellwether.usecase.port.ChangedLines;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FindConflictsTest {
  private final InMemoryBranchStore branches = new InMemoryBranchStore();
  private final InMemoryConflictStore conflicts = new InMemoryConflictStore();
  private final FindConflicts find = new FindConflicts(branches, conflicts, ChangedLines.UNKNOWN);

  @Test
  void two_agents_that_touch_one_file_are_told_of_once() {
    assertEquals(List.of(), push("ada", "x", "a.txt", "b.txt"));
    assertEquals(List.of(), push("ada", "y", "a.txt"));

    var found = push("bob", "z", "b.txt", "c.txt");

    assertEquals(1, found.size());
    assertEquals(Set.of("b.txt"), found.getFirst().files());
    assertEquals(List.of(), push("bob", "z", "b.txt"));
    assertEquals(List.of(), push("ada", "x", "c.txt"));
    assertEquals(Set.of("b.txt", "c.txt"), conflicts.of("octo/hello").getFirst().files());
  }

  @Test
  void the_event_is_about_who_pushed() {
    push("ada", "x", "a.txt");

    var event = push("bob", "z", "a.txt").getFirst().event("feat/bob/z", "abc123");

    assertEquals("agent_conflict", event.name());
    assertEquals("bob", event.facts().text("agent_name").orElseThrow());
    assertEquals("ada", event.facts().text("other_agent").orElseThrow());
    assertEquals("feat/ada/x", event.facts().text("other_branch").orElseThrow());
    assertEquals("abc123", event.facts().text("head_sha").orElseThrow());
    assertEquals(List.of("a.txt"), event.facts().texts("files"));
  }

  @Test
  void what_was_found_and_not_told_is_found_again() {
    push("ada", "x", "a.txt");
    var push = new Push("octo/hello", "feat/bob/z", "abc", "bob", List.of(), Set.of("a.txt"), NOW);

    var first = find.on(push, "bob", NOW);
    var again = find.on(push, "bob", NOW.plusSeconds(9));

    assertEquals(1, first.size());
    assertEquals(first, again);
  }

  @Test
  void a_branch_that_is_merged_or_deleted_conflicts_with_nothing() {
    push("ada", "x", "a.txt");
    push("bob", "z", "a.txt");

    find.closed("octo/hello", "feat/ada/x");

    assertEquals(List.of(), conflicts.of("octo/hello"));
    assertEquals(List.of(), push("eve", "w", "b.txt"));
    assertEquals(1, push("ada", "x", "a.txt").size());
  }

  @Test
  void a_push_reads_only_the_branches_that_share_a_file() {
    for (int i = 0; i < 1000; i++) {
      push("ada", "many" + i, files(i).toArray(String[]::new));
    }
    var before = branches.reads();

    var found = push("bob", "one", "shared-7", "shared-8", "f-3-5");

    assertEquals(21, found.size());
    assertTrue(branches.reads() - before <= 22, "%d reads".formatted(branches.reads() - before));
  }

  /// 200 files of each branch; of a hundred that are shared, each by ten branches.
  private static Set<String> files(int branch) {
    var own = IntStream.range(0, 199).mapToObj(i -> "f-%d-%d".formatted(branch, i));
    var files = own.collect(Collectors.toSet());
    files.add("shared-" + branch % 100);
    return files;
  }

  private List<Conflict> push(String agent, String feature, String... files) {
    var branch = "feat/%s/%s".formatted(agent, feature);
    var push = new Push("octo/hello", branch, "abc", agent, List.of("Work"), Set.of(files), NOW);
    var found = find.on(push, agent, NOW);
    found.forEach(conflict -> find.told(conflict, NOW));
    return found;
  }
}
