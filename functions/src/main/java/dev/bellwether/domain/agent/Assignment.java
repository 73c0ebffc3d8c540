package dev.bellwether.domain.agent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whom a task is given to, and why.
///
/// Whoever can do it, is reachable and has room is asked for in this order: who owns most of the
/// files it is about, who has the least to do for its capacity, who has been most successful, who
/// was given nothing for the longest.
///
/// @param agent nobody, when no agent will do
/// @param because what was thought of every agent, the chosen one first
public record Assignment(Optional<String> agent, List<Thought> because) {
  public Assignment {
    because = List.copyOf(because);
  }

  /// One agent as a task sees it.
  public record Candidate(Agent agent, Load load, AgentState state) {}

  /// What was thought of an agent.
  public record Thought(String agent, String text) {}

  /// Chooses.
  ///
  /// @param passedOver whoever held the task before, and is not to be given it again
  public static Assignment of(
      Brief task, Collection<Candidate> candidates, Optional<String> passedOver) {
    var thoughts = new ArrayList<Thought>();
    var fit = new ArrayList<Candidate>();
    for (var candidate : candidates) {
      var refusal = refusal(task, candidate, passedOver);
      refusal.ifPresentOrElse(
          why -> thoughts.add(new Thought(candidate.agent().name(), why)),
          () -> fit.add(candidate));
    }
    fit.sort(best(task));
    var judged = fit.stream().map(c -> new Thought(c.agent().name(), praise(task, c))).toList();
    thoughts.addAll(0, judged);
    return new Assignment(judged.stream().findFirst().map(Thought::agent), thoughts);
  }

  /// Says in one sentence how it came out.
  public String inWords() {
    return agent
        .map(chosen -> "%s: %s".formatted(chosen, because.getFirst().text()))
        .orElse(because.isEmpty() ? "There is no agent" : "No agent will do: " + refusals());
  }

  private String refusals() {
    return String.join(
        "; ", because.stream().limit(5).map(t -> t.agent() + " " + t.text()).toList());
  }

  private static Optional<String> refusal(
      Brief task, Candidate candidate, Optional<String> passedOver) {
    var agent = candidate.agent();
    if (passedOver.filter(agent.name()::equals).isPresent()) {
      return Optional.of("has just lost it");
    }
    if (!agent.profile().can(task.skills())) {
      return Optional.of("lacks one of the skills " + task.skills());
    }
    if (!candidate.state().isReachable()) {
      return Optional.of("is " + candidate.state().name().toLowerCase(Locale.ROOT));
    }
    return agent.hasRoomBeside(candidate.load())
        ? Optional.empty()
        : Optional.of("has no room: it holds %d".formatted(candidate.load().tasks()));
  }

  private static Comparator<Candidate> best(Brief task) {
    Comparator<Candidate> owner =
        Comparator.comparingInt(c -> -c.agent().profile().ownedAmong(task.paths()));
    return owner
        .thenComparingDouble(Assignment::load)
        .thenComparingDouble(c -> -c.agent().successRate())
        .thenComparing(c -> c.agent().assignedAt(), Comparator.<Instant>naturalOrder())
        .thenComparing(c -> c.agent().name());
  }

  private static double load(Candidate candidate) {
    return (double) candidate.load().weight() / candidate.agent().profile().capacity();
  }

  private static String praise(Brief task, Candidate candidate) {
    return "owns %d of %d paths, load %.2f, success %.2f"
        .formatted(
            candidate.agent().profile().ownedAmong(task.paths()),
            task.paths().size(),
            load(candidate),
            candidate.agent().successRate());
  }
}
