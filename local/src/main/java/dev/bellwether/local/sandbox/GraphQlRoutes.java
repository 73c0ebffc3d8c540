package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Answers the few questions that Bellwether asks by GraphQL, each known by its operation's name;
/// the query itself is not looked at, and all the fields that it could name are in the answer.
///
/// See <https://docs.github.com/en/graphql>.
final class GraphQlRoutes {
  private static final Pattern OPERATION = Pattern.compile("\\s*(?:query|mutation)\\s+(\\w+)");
  private static final String CLEAN = "clean";

  private final World world;
  private final Links links;

  GraphQlRoutes(World world, Links links) {
    this.world = world;
    this.links = links;
  }

  List<Route> routes() {
    return List.of(Route.of("POST", "/graphql", this::answer));
  }

  private Reply answer(Asked asked) {
    var operation = OPERATION.matcher(asked.requiredText("query"));
    var name = operation.lookingAt() ? operation.group(1) : "";
    return switch (name) {
      case "MergeStanding" -> onItem(asked, name, "pullRequest", this::standing);
      case "ReviewThreads" -> onItem(asked, name, "pullRequest", found -> threads(found.issue()));
      case "AuthorActivity" -> onItem(asked, name, "issueOrPullRequest", this::activity);
      case "AuthorTeams" -> teams(asked);
      case "EnableAutoMerge" -> enableAutoMerge(asked);
      default -> throw Refusal.of(400, "The sandbox does not serve the operation " + name);
    };
  }

  /// An issue or pull request, and where it is.
  private record Found(Repository repository, Issue issue) {}

  private Reply onItem(Asked asked, String name, String key, Function<Found, JsonNode> shape) {
    var variables = asked.body().path("variables");
    var repository =
        world.repository(variables.path("owner").asText(), variables.path("name").asText());
    var issue = repository.issue(variables.path("number").asInt(), asked.at());
    var data = Json.object();
    data.putObject("repository").set(key, shape.apply(new Found(repository, issue)));
    return data(data, "asked for %s of %s#%d".formatted(name, repository.fullName(), issue.number));
  }

  private JsonNode standing(Found found) {
    var pull = found.issue();
    var isMerged = pull.mergedAt().isPresent();
    var json =
        Json.object()
            .put("id", id(found))
            .put("state", isMerged ? "MERGED" : pull.state.toUpperCase(Locale.ROOT))
            .put("headRefOid", found.repository().headSha(pull))
            .put(
                "mergeStateStatus",
                MergeRules.state(found.repository(), pull).toUpperCase(Locale.ROOT))
            .put("isInMergeQueue", false)
            .put("isMergeQueueEnabled", false);
    if (isMerged) {
      json.putObject("mergeCommit").put("oid", found.repository().mergeSha(pull));
    }
    if (pull.autoMerge) {
      json.putObject("autoMergeRequest").put("enabledAt", Text.time(pull.updatedAt));
    }
    return json;
  }

  private Reply enableAutoMerge(Asked asked) {
    var input = asked.body().at("/variables/input");
    var found =
        all().filter(one -> id(one).equals(input.path("pullRequestId").asText())).findFirst();
    if (found.isEmpty()) {
      return error("NOT_FOUND", "Could not resolve to a node with the global id");
    }
    var pull = found.get().issue();
    var repository = found.get().repository();
    if (MergeRules.state(repository, pull).equals(CLEAN)) {
      return error("UNPROCESSABLE", "Pull request Pull request is in clean status");
    }
    if (!input.path("expectedHeadOid").asText().equals(repository.headSha(pull))) {
      return error("UNPROCESSABLE", "Head oid does not match the expected one");
    }
    pull.autoMerge = true;
    pull.updatedAt = asked.at();
    var data = Json.object();
    data.putObject("enablePullRequestAutoMerge");
    return Reply.done(
        200,
        wrapped(data),
        "enabled auto-merge for %s#%d".formatted(repository.fullName(), pull.number));
  }

  private static JsonNode threads(Issue pull) {
    var threads = Json.object();
    threads.set(
        "nodes", Json.array(pull.threads.values(), done -> Json.object().put("isResolved", done)));
    threads.putObject("pageInfo").put("hasNextPage", false).putNull("endCursor");
    var json = Json.object();
    json.set("reviewThreads", threads);
    return json;
  }

  private JsonNode activity(Found found) {
    var issue = found.issue();
    var json = by(issue.authorOrSomebody());
    json.put("createdAt", Text.time(issue.createdAt));
    json.set("comments", nodes(issue.comments.values().stream().map(GraphQlRoutes::said)));
    json.set("reviews", nodes(issue.reviews.values().stream().map(GraphQlRoutes::said)));
    json.set("commits", nodes(Stream.empty()));
    return json;
  }

  private static JsonNode said(Comment comment) {
    return by(comment.author()).put("at", Text.time(comment.createdAt()));
  }

  private static JsonNode said(Review review) {
    return by(review.author()).put("at", Text.time(review.at()));
  }

  /// GraphQL names bots without what REST puts behind their names.
  private static ObjectNode by(String login) {
    var json = Json.object();
    json.putObject("author").put("login", login.replace("[bot]", ""));
    return json;
  }

  private Reply teams(Asked asked) {
    var organization = asked.body().at("/variables/organization").asText();
    var login = asked.body().at("/variables/login").asText();
    var slugs = world.teamsOf(organization, login);
    var data = Json.object();
    data.putObject("organization")
        .set("teams", nodes(slugs.stream().map(slug -> Json.object().put("slug", slug))));
    return data(data, "asked for the teams of %s in %s".formatted(login, organization));
  }

  private Stream<Found> all() {
    return world.repositories().stream()
        .flatMap(
            repository ->
                repository.issues.values().stream().map(issue -> new Found(repository, issue)));
  }

  private String id(Found found) {
    return new IssueJson(links).nodeId(found.repository(), found.issue());
  }

  private static ObjectNode nodes(Stream<? extends JsonNode> nodes) {
    var json = Json.object();
    var array = json.putArray("nodes");
    nodes.forEach(array::add);
    return json;
  }

  private static JsonNode wrapped(JsonNode data) {
    return Json.object().set("data", data);
  }

  private static Reply data(JsonNode data, String sentence) {
    return Reply.read(wrapped(data), sentence);
  }

  private static Reply error(String type, String message) {
    var body = Json.object().putNull("data");
    body.putArray("errors").addObject().put("type", type).put("message", message);
    return Reply.read(body, "refused by GraphQL: " + message);
  }
}
