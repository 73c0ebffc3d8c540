package dev.bellwether.contract;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.isolation.OpenBranch;
import dev.bellwether.testing.Race;
import dev.bellwether.usecase.port.BranchStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every store of open branches does.
public interface BranchStoreContract {
  /// A store with nothing in it.
  BranchStore branches();

  @Test
  default void a_branch_is_found_as_it_was_saved_and_by_each_of_its_files() {
    var branch = branch("feat/ada/x", Set.of("a.txt", "dir/b.txt"));

    assertTrue(branches().save(branch));

    assertEquals(Optional.of(branch.withRevision(1)), branches().find("octo/hello", "feat/ada/x"));
    assertEquals(Optional.empty(), branches().find("octo/other", "feat/ada/x"));
    assertEquals(Set.of("feat/ada/x"), touching("dir/b.txt", "c.txt"));
    assertEquals(Set.of(), touching("c.txt"));
    assertEquals(Set.of(), branches().touching("octo/other", List.of("a.txt")));
  }

  @Test
  default void a_branch_of_hundreds_of_files_is_found_among_others() {
    var files = IntStream.range(0, 250).mapToObj(i -> "f" + i).collect(Collectors.toSet());
    branches().save(branch("feat/ada/x", files));
    branches().save(branch("feat/bob/y", Set.of("f7", "g")));

    assertEquals(Set.of("feat/ada/x", "feat/bob/y"), touching(files.toArray(String[]::new)));
    var named = branches().find("octo/hello", List.of("feat/bob/y", "feat/eve/z"));
    assertEquals(List.of("feat/bob/y"), named.stream().map(OpenBranch::name).toList());
    assertEquals(Set.of("feat/bob/y"), touching("g"));
  }

  @Test
  default void more_files_are_added_and_a_stale_change_is_not_stored() {
    branches().save(branch("feat/ada/x", Set.of("a")));

    assertFalse(branches().save(branch("feat/ada/x", Set.of("b"))));
    assertEquals(Set.of(), touching("b"));
    assertTrue(branches().save(branch("feat/ada/x", Set.of("a", "b")).withRevision(1)));
    assertEquals(Set.of("feat/ada/x"), touching("b"));
  }

  @Test
  default void a_closed_branch_is_forgotten_and_may_come_again() {
    branches().save(branch("feat/ada/x", Set.of("a", "b")));
    branches().save(branch("feat/bob/y", Set.of("a")));
    var stored = branches().find("octo/hello", "feat/ada/x").orElseThrow();

    branches().close(stored);
    branches().close(stored);

    assertEquals(Optional.empty(), branches().find("octo/hello", "feat/ada/x"));
    assertEquals(Set.of("feat/bob/y"), touching("a", "b"));
    assertTrue(branches().save(branch("feat/ada/x", Set.of("c"))));
    assertEquals(Set.of("feat/ada/x"), touching("c"));
  }

  @Test
  @Tag("race")
  default void branches_that_come_to_one_file_at_once_are_all_found_by_it() {
    var saved = Race.of(i -> branches().save(branch("feat/ada/" + i, Set.of("a", "f" + i))));

    assertEquals(saved.size(), touching("a").size());
  }

  private Set<String> touching(String... files) {
    return branches().touching("octo/hello", List.of(files));
  }

  private static OpenBranch branch(String name, Set<String> files) {
    return new OpenBranch("octo/hello", name, "ada", "abc123", files, NOW, 0);
  }
}
