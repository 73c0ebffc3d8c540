package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.INTEGER;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.ReviewRequests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks people and teams to review the pull request.
///
/// Never its author, whom GitHub refuses and with them the whole request: they are left out, and
/// the result says so. When nobody is left that is a success too, for a rule that names a lead
/// developer is not broken because the lead opens a pull request.
public final class AssignReviewer implements Action {
  private static final String ALL = "all";
  private static final String ROUND_ROBIN = "round_robin";
  private static final String LEAST_LOADED = "least_loaded";
  private static final String CODE_OWNERS = "code_owners";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
              "assign_reviewer",
              "Asks people and teams to review the pull request; never its author.",
              Repeat.SAFE,
              List.of(
                  optional("reviewer", TEXT, "the login of who is to review"),
                  optional("reviewers", TEXTS, "the logins of all who are to review"),
                  optional("team_reviewers", TEXTS, "the teams, by slug, that are to review"),
                  optional(
                          "strategy",
                          TEXT,
                          "all of the reviewers, the default; some of them in turn, by the pull"
                              + " request's number; those asked for the fewest reviews of open pull"
                              + " requests; or, beside those named, the code owners of the files"
                              + " touched")
                      .oneOf(ALL, ROUND_ROBIN, LEAST_LOADED, CODE_OWNERS),
                  optional(
                      "count",
                      INTEGER,
                      "how many of them; 1 when left out, and of code owners all of them"),
                  optional("away", TEXTS, "the logins of who is not to be asked now")))
          .needingEitherOf("reviewer", "reviewers", "team_reviewers", "strategy");

  private final ReviewRequests reviewRequests;

  /// Asks by this.
  public AssignReviewer(ReviewRequests reviewRequests) {
    this.reviewRequests = reviewRequests;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var users = call.names("reviewer", "reviewers");
    var teams = call.names("team_reviewers").stream().map(AssignReviewer::slug).toList();
    var strategy = call.text("strategy").orElse(ALL);
    if (strategy.equals(CODE_OWNERS)) {
      return withOwners(call, users, teams);
    }
    if (users.isEmpty() && teams.isEmpty()) {
      return Outcome.failedForGood(
          "The parameters name nobody: what they are filled from is empty");
    }
    var pool = new ReviewerPool(users, notThese(call), number(call));
    return switch (strategy) {
      case ROUND_ROBIN -> ask(call, pool.inTurn(count(call).orElse(1)), teams);
      case LEAST_LOADED ->
          reviewRequests.withOpen(
              call.subject().repository(),
              open -> ask(call, pool.leastLoaded(count(call).orElse(1), open), teams));
      default -> ask(call, pool.all(), teams);
    };
  }

  private Outcome withOwners(Call call, List<String> users, List<String> teams) {
    return reviewRequests.withOwners(
        call.conversation(),
        owners -> {
          var allUsers = new ArrayList<>(users);
          allUsers.addAll(owners.users());
          var allTeams = new ArrayList<>(teams);
          allTeams.addAll(owners.teams());
          var pool = new ReviewerPool(allUsers, notThese(call), number(call));
          var chosen = count(call).map(pool::inTurn).orElseGet(pool::all);
          return ask(call, chosen, allTeams.stream().distinct().toList());
        });
  }

  private Outcome ask(Call call, List<String> users, List<String> teams) {
    if (users.isEmpty() && teams.isEmpty()) {
      return new Outcome.Done(
          Map.of("skipped", "Nobody is left to ask but the author and those away"));
    }
    return switch (reviewRequests.request(call.conversation(), users, teams)) {
      case Outcome.Done done ->
          new Outcome.Done(Map.of("reviewers", users, "team_reviewers", teams));
      case Outcome.Failed failed -> failed;
      case Outcome.Pending pending -> pending;
    };
  }

  private static List<String> notThese(Call call) {
    var names = new ArrayList<>(call.names("away"));
    call.facts().text("author").ifPresent(names::add);
    return names;
  }

  private static long number(Call call) {
    return call.facts().number("number").orElse(0L);
  }

  private static Optional<Integer> count(Call call) {
    return call.text("count").map(Integer::parseInt);
  }

  private static String slug(String team) {
    return team.substring(team.lastIndexOf('/') + 1);
  }
}
