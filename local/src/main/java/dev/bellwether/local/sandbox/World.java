package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// All that the sandbox's GitHub consists of; a repository is there as soon as it is named.
///
/// The same requests in the same order make the same world. It is not thread-safe: whoever calls
/// holds its lock.
final class World {
  /// Who the sandbox takes every caller for.
  static final String SELF = "bellwether-sandbox[bot]";

  private final Map<String, Repository> repositories = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final List<Route> routes;
  private long lastId = 1000;

  World(Links links, Meter meter) {
    routes =
        Stream.of(
                new AppRoutes(links, meter).routes(),
                new RepositoryRoutes(this, links).routes(),
                new PullRoutes(this, links).routes(),
                new IssueRoutes(this, links).routes(),
                new LabelRoutes(this, links).routes(),
                new CommentRoutes(this, links).routes(),
                new StatusRoutes(this, links).routes(),
                new CheckRoutes(this, links).routes(),
                new EventRoutes(this, links).routes())
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
        return route.handler().answer(new Asked(request, captured.get(), body));
      }
    }
    throw Refusal.notServed(request);
  }

  Collection<Repository> repositories() {
    return repositories.values();
  }

  /// Finds the repository that a path names.
  Repository repository(Asked asked) {
    var owner = asked.path("owner");
    var name = asked.path("repo");
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
