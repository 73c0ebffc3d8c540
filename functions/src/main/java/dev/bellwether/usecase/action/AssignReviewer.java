package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.INTEGER;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;

import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.ReviewRequests;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Asks people and teams to review the pull request.
///
/// Never its author, whom GitHub refuses and with them the whole request: they are left out, and
/// the result says so. When nobody is left that is a success too, for a rule that names a lead
/// developer is not broken because the lead opens a pull request.
public final class AssignReviewer implements Action {
  private static final String ROUND_ROBIN = "round_robin";

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
                          "all of the reviewers, the default; or some of them in turn, by the pull"
                              + " request's number")
                      .oneOf("all", ROUND_ROBIN),
                  optional("count", INTEGER, "how many of them in turn; 1 when left out"),
                  optional("away", TEXTS, "the logins of who is not to be asked now")))
          .needingEitherOf("reviewer", "reviewers", "team_reviewers");

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
    var named = call.names("reviewer", "reviewers");
    var teams = call.names("team_reviewers").stream().map(AssignReviewer::slug).toList();
    if (named.isEmpty() && teams.isEmpty()) {
      return Outcome.failedForGood(
          "The parameters name nobody: what they are filled from is empty");
    }
    var author = call.facts().text("author").orElse("");
    var notThese = Stream.concat(call.names("away").stream(), Stream.of(author)).toList();
    var users = chosen(call, named, notThese);
    if (users.isEmpty() && teams.isEmpty()) {
      return new Outcome.Done(
          Map.of("skipped", author + " is the author, and nobody else is named"));
    }
    return switch (reviewRequests.request(call.conversation(), users, teams)) {
      case Outcome.Done done ->
          new Outcome.Done(Map.of("reviewers", users, "team_reviewers", teams));
      case Outcome.Failed failed -> failed;
      case Outcome.Pending pending -> pending;
    };
  }

  private static List<String> chosen(Call call, List<String> named, List<String> notThese) {
    var isInTurn = call.text("strategy").filter(ROUND_ROBIN::equals).isPresent();
    var number = call.facts().number("number").orElse(0L);
    var count = call.text("count").map(Integer::parseInt).orElse(1);
    return ReviewerPool.inTurn(
        named, notThese, isInTurn ? number : 0, isInTurn ? count : named.size());
  }

  private static String slug(String team) {
    return team.substring(team.lastIndexOf('/') + 1);
  }
}
