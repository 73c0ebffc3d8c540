package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// All that the sandbox's GitHub consists of; a repository is there as soon as it is named.
///
/// The same requests in the same order make the same world. It is not thread-safe: whoever calls
/// holds its lock.
final class World {
  /// Who the sandbox takes every caller for.
  static final String SELF = "bellwether-sandbox[bot]";

  private final Map<String, Repository> repositories = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Set<String>> teams = new TreeMap<>();
  private final List<Route> routes;
  private long lastId = 1000;

  World(Links links, Meter meter) {
    routes =
        Stream.of(
                new AppRoutes(links, meter).routes(),
                new RepositoryRoutes(this, links).routes(),
                new BranchRoutes(this, links).routes(),
                new PullRoutes(this, links).routes(),
                new ReviewRoutes(this, links).routes(),
                new WorkflowRoutes(this, links).routes(),
                new DeploymentRoutes(this, links).routes(),
                new TeamRoutes(this).routes(),
                new GraphQlRoutes(this, links).routes(),
                new IssueRoutes(this, links).routes(),
                new LabelRoutes(this, links).routes(),
                new MilestoneRoutes(this).routes(),
                new CommentRoutes(this, links).routes(),
                new StatusRoutes(this, links).routes(),
                new CheckRoutes(this, links).routes(),
                new EventRoutes(this, links).routes(),
                new CodeEventRoutes(this).routes())
            .flatMap(List::stream)
            .toList();
  }

  /// Answers a request; a refusal is an answer too.
  Reply answer(Request request) {
    try {
      var body =
          request.text().isBlank()
              ? Json.object()
              : Json.read(request.text())
                  .orElseThrow(() -> Refusal.of(400, "Problems parsing JSON"));
      return answer(request, body);
    } catch (Refusal refusal) {
      return Reply.refused(request, refusal);
    }
  }

  private Reply answer(Request request, JsonNode body) {
    for (var route : routes) {
      var captured = route.match(request);
      if (captured.isPresent()) {
        var reply = route.handler().answer(new Asked(request, captured.get(), body));
        if (reply.changed()) {
          repositories.values().forEach(one -> MergeRules.mergeReady(one, request.at()));
        }
        return reply;
      }
    }
    throw Refusal.notServed(request);
  }

  Collection<Repository> repositories() {
    return repositories.values();
  }

  /// Finds the repository that a path names.
  Repository repository(Asked asked) {
    return repository(asked.path("owner"), asked.path("repo"));
  }

  Repository repository(String owner, String name) {
    return repositories.computeIfAbsent(owner + "/" + name, unknown -> new Repository(owner, name));
  }

  Optional<Repository> find(String fullName) {
    return Optional.ofNullable(repositories.get(fullName));
  }

  /// Finds the issue or pull request that a path names.
  Issue issue(Asked asked) {
    return repository(asked).issue(number(asked), asked.at());
  }

  /// Finds the pull request that a path names.
  Issue pull(Asked asked) {
    return repository(asked).pull(number(asked), asked.at());
  }

  /// Finds the logins of a team's members, to read and to add to.
  Set<String> team(String organization, String slug) {
    return teams.computeIfAbsent(organization + "/" + slug, unknown -> new TreeSet<>());
  }

  /// Lists the teams that somebody is in.
  List<String> teamsOf(String organization, String login) {
    return teams.entrySet().stream()
        .filter(team -> team.getKey().startsWith(organization + "/"))
        .filter(team -> team.getValue().contains(login))
        .map(team -> team.getKey().substring(organization.length() + 1))
        .toList();
  }

  long nextId() {
    return ++lastId;
  }

  private static int number(Asked asked) {
    var number = asked.number("number");
    if (number < 1 || number > Integer.MAX_VALUE) {
      throw Refusal.notFound();
    }
    return (int) number;
  }
}
