package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Shows the calls made to the sandbox, the newest first, and what has come of them.
final class GitHubPage {
  private static final int SHOWN = 200;

  private GitHubPage() {}

  static Html of(GitHubSandbox sandbox) {
    var calls = sandbox.history();
    if (calls.isEmpty()) {
      return Html.element(
          "p.empty",
          "Nothing has called GitHub yet. Send a webhook to /webhooks/github, and what the"
              + " workflows do about it appears here.");
    }
    var repositories = items(sandbox.state()).filter(GitHubPage::hasContent);
    return Html.element(
        "div.columns",
        Html.element(
            "section",
            Html.element("h2", "What has come of it"),
            Html.each(repositories, GitHubPage::repository)),
        Html.element(
            "section", Html.element("h2", "Calls"), Html.element("ol.calls", calls(calls))));
  }

  private static Html calls(List<Call> calls) {
    var newest = IntStream.range(Math.max(0, calls.size() - SHOWN), calls.size()).boxed();
    return Html.each(
        newest.sorted(Comparator.reverseOrder()), number -> call(number, calls.get(number)));
  }

  private static Html call(int number, Call call) {
    var kind = call.status() >= 400 ? "li.call.bad" : call.changed() ? "li.call" : "li.call.quiet";
    var line = call.method() + " " + call.path();
    return Html.element(
        kind,
        Html.element("p", call.sentence()),
        Html.element(
            "footer",
            LocalHtml.time(call.at()),
            Html.element("code", line),
            Html.element("span", String.valueOf(call.status()))),
        call.body().isBlank() ? Html.NOTHING : Html.details("call-" + number, "Body", call.body()));
  }

  private static boolean hasContent(JsonNode repository) {
    return Stream.of("issues", "statuses", "check_runs")
        .anyMatch(key -> !repository.path(key).isEmpty());
  }

  private static Html repository(JsonNode repository) {
    var name = repository.path("repository").asText();
    var commits =
        Stream.concat(items(repository.path("statuses")), items(repository.path("check_runs")));
    return Html.all(
        Html.each(items(repository.path("issues")).limit(SHOWN), issue -> issue(name, issue)),
        Html.each(commits.limit(SHOWN), commit -> commit(name, commit)));
  }

  private static Html issue(String repository, JsonNode issue) {
    var kind = issue.path("kind").asText().equals("pull_request") ? "Pull request" : "Issue";
    var comments = issue.path("comments");
    return Html.element(
        "article.card",
        Html.element(
            "header",
            Html.element("strong", repository + "#" + issue.path("number").asText()),
            Html.element("span.quiet", kind),
            Html.element("span.pill", issue.path("state").asText())),
        Html.element("h3", issue.path("title").asText()),
        Html.element(
            "dl",
            names("Labels", issue.path("labels")),
            names("Reviewers", issue.path("reviewers")),
            names("Teams", issue.path("team_reviewers")),
            names("Assignees", issue.path("assignees"))),
        Html.each(items(comments), GitHubPage::comment));
  }

  private static Html names(String title, JsonNode names) {
    return names.isEmpty()
        ? Html.NOTHING
        : Html.all(
            Html.element("dt", title),
            Html.element(
                "dd", Html.each(items(names), name -> Html.element("span.pill", name.asText()))));
  }

  private static Html comment(JsonNode comment) {
    return Html.element(
        "blockquote",
        Html.element("p.quiet", comment.path("author").asText() + " wrote"),
        Html.element("p.text", comment.path("body").asText()));
  }

  private static Html commit(String repository, JsonNode commit) {
    var state = commit.path("state").asText();
    var bad = List.of("failure", "error", "timed_out").contains(state);
    return Html.element(
        "article.card",
        Html.element(
            "header",
            Html.element("strong", "%s@%.7s".formatted(repository, commit.path("sha").asText())),
            Html.element("span.quiet", commit.has("context") ? "Status" : "Check run"),
            bad ? Html.element("span.pill.bad", state) : Html.element("span.pill", state)),
        Html.element("h3", commit.path("context").asText(commit.path("name").asText())),
        Html.element("p.text", commit.path("description").asText()));
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
