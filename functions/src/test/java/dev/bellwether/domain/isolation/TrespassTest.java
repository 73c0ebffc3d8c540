package dev.bellwether.domain.isolation;

import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.agent.AgentProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrespassTest {
  private static final AgentProfile ADA =
      new AgentProfile("ada", "coder", List.of(), 1, List.of("src/**"), null, List.of("Ada-Bot"));
  private static final AgentProfile BOB =
      new AgentProfile("bob", "coder", List.of(), 1, List.of(), "bobs/**", List.of());
  private static final Roster ROSTER = new Roster(List.of(ADA, BOB), BranchConvention.STANDARD);

  @ParameterizedTest
  @CsvSource({
    "{type}/{agent}/{feature}, feat/ada/cache, ada",
    "{type}/{agent}/{feature}, feat/ada/cache/more, ada",
    "{type}/{agent}/{feature}, feat/ada,",
    "{type}/{agent}/{feature}, feat//cache,",
    "agents/{agent}, agents/ada, ada",
    "agents/{agent}, others/ada,",
    "agents/{agent}/{feature}, agents/ada/x, ada",
  })
  void a_convention_tells_whose_branch_one_is(
      String convention, String branch, @Nullable String agent) {
    assertEquals(
        Optional.ofNullable(agent), BranchConvention.of(convention).orElseThrow().agentOf(branch));
  }

  @ParameterizedTest
  @CsvSource({"{type}/{feature}", "{agent}//x", "''"})
  void a_convention_without_agents_or_with_an_empty_part_is_none(String convention) {
    assertEquals(Optional.empty(), BranchConvention.of(convention));
  }

  @ParameterizedTest
  @CsvSource({
    "main-2, , Work, ",
    "feat/ada/x, , Work, ada",
    "bobs/y, , Work, bob",
    "bobs/y, ada-bot, Work, ada",
    "bobs/y, ada-bot, '[bob] Work', bob",
    "bobs/y, ada-bot, '[WIP] [bob] Work', bob",
    "feat/x/y, , 'Work\n\nAgent: ada', ada",
    "feat/x/y, , 'Work\n\nNot an Agent: ada', ",
    "feat/ada/x, , '[eve] Work', ada",
  })
  void who_pushed_is_told_by_the_commit_then_by_the_account_then_by_the_branch(
      String branch, @Nullable String login, String message, @Nullable String agent) {
    var push =
        new Push("octo/hello", branch, "abc", login, List.of("[bob] x", message), Set.of(), NOW);

    assertEquals(Optional.ofNullable(agent), ROSTER.behind(push).map(profile -> profile.name()));
  }

  @ParameterizedTest
  @CsvSource({
    "feat/ada/x, src/a.java, ",
    "feat/ada/x, docs/a.md, FILES_OF_OTHERS",
    "feat/bob/x, src/a.java, BRANCH_OF_ANOTHER",
    "bobs/x, src/a.java, BRANCH_OF_ANOTHER",
    "quick-fix, src/a.java, BRANCH_NAME",
    "feat/eve/x, src/a.java, BRANCH_NAME",
  })
  void an_agent_keeps_to_its_own_branches_and_files(
      String branch, String file, Trespass.@Nullable Kind kind) {
    var expected = kind == null ? List.of() : List.of(kind);

    assertEquals(
        expected,
        Trespass.of(push(branch, file), ADA, ROSTER).stream().map(Trespass::kind).toList());
  }

  @Test
  void who_owns_no_files_in_particular_may_touch_all() {
    assertEquals(List.of(), Trespass.of(push("bobs/x", "docs/a.md"), BOB, ROSTER));
  }

  private static Push push(String branch, String file) {
    return new Push("octo/hello", branch, "abc", null, List.of("Work"), Set.of(file), NOW);
  }
}
