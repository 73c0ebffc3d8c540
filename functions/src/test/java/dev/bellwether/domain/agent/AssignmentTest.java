package dev.bellwether.domain.agent;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.GivenAgents.aBrief;
import static dev.bellwether.testing.GivenAgents.aProfile;
import static dev.bellwether.testing.GivenAgents.anAgent;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.agent.Assignment.Candidate;
import dev.bellwether.domain.agent.Brief.Trust;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final Brief TASK = aBrief("Cache", "src/cache/a.java", "src/cache/b.java");

  @Test
  void who_owns_the_files_comes_before_who_has_less_to_do() {
    var owner = candidate(anAgent(aProfile("ada", 2, "src/cache/**"), NOW), 1);
    var free = candidate(anAgent(aProfile("bob", 2), NOW), 0);

    assertEquals(Optional.of("ada"), chosen(owner, free));
  }

  @Test
  void then_who_has_less_to_do_for_its_capacity() {
    var big = candidate(anAgent(aProfile("ada", 4), NOW), 2);
    var small = candidate(anAgent(aProfile("bob", 3), NOW), 2);

    assertEquals(Optional.of("ada"), chosen(small, big));
  }

  @Test
  void then_who_was_successful_and_then_who_waited_longest() {
    var good = anAgent(aProfile("zoe"), NOW).finished(AgentTask.State.DONE);
    var bad = anAgent(aProfile("ada"), NOW).finished(AgentTask.State.FAILED);
    var lately = anAgent(aProfile("ada"), NOW).givenTask(NOW, Patience.STANDARD);
    var never = anAgent(aProfile("bob"), NOW);

    assertEquals(Optional.of("zoe"), chosen(candidate(bad, 0), candidate(good, 0)));
    assertEquals(Optional.of("bob"), chosen(candidate(lately, 0), candidate(never, 0)));
  }

  @Test
  void who_cannot_is_unreachable_or_full_or_just_lost_it_is_told_why_not() {
    var unskilled = candidate(anAgent(aProfile("ada"), NOW), 0);
    var full = candidate(anAgent(aProfile("bob", 1), NOW), 1);
    var gone = new Candidate(anAgent(aProfile("eve", 1), NOW), Load.NONE, AgentState.OFFLINE);
    var loser = candidate(anAgent(aProfile("kim", 1), NOW), 0);
    var task =
        new Brief(
            "Cache", "", Trust.TRUSTED, "octo/hello", null, null, List.of("Java"), List.of(), 1);

    var assignment = Assignment.of(task, List.of(unskilled, full, gone, loser), Optional.of("kim"));

    assertEquals(Optional.empty(), assignment.agent());
    assertEquals(
        List.of(
            "lacks one of the skills [Java]",
            "has no room: it holds 1",
            "is offline",
            "has just lost it"),
        assignment.because().stream().map(Assignment.Thought::text).toList());
    assertTrue(assignment.inWords().startsWith("No agent will do: ada lacks"));
  }

  @Test
  void the_choice_is_explained() {
    var owner = candidate(anAgent(aProfile("ada", 2, "src/cache/a*"), NOW), 1);

    assertEquals(
        "ada: owns 1 of 2 paths, load 0.50, success 0.50",
        Assignment.of(TASK, List.of(owner), Optional.empty()).inWords());
  }

  private static Candidate candidate(Agent agent, int tasks) {
    return new Candidate(agent, new Load(tasks, 0, tasks), AgentState.WORKING);
  }

  private static Optional<String> chosen(Candidate... candidates) {
    return Assignment.of(TASK, List.of(candidates), Optional.empty()).agent();
  }
}
