package dev.bellwether.local.sandbox;

import java.util.List;

/// Answers for repositories, their collaborators and commits.
///
/// Everybody may push, every commit is there, and no file is.
///
/// See <https://docs.github.com/en/rest/repos> and <https://docs.github.com/en/rest/collaborators>.
final class RepositoryRoutes {
  private final World world;
  private final Links links;
  private final RepositoryJson shape;

  RepositoryRoutes(World world, Links links) {
    this.world = world;
    this.links = links;
    this.shape = new RepositoryJson(links);
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/repos/{owner}/{repo}", this::repository),
        Route.of("GET", "/repos/{owner}/{repo}/collaborators/{username}", this::collaborator),
        Route.of("GET", "/repos/{owner}/{repo}/collaborators/{username}/permission", this::may),
        Route.of("GET", "/repos/{owner}/{repo}/assignees/{username}", this::collaborator),
        Route.of("GET", "/repos/{owner}/{repo}/contents/{path+}", this::contents),
        Route.of("GET", "/repos/{owner}/{repo}/commits/{sha}/pulls", this::pullsOf),
        Route.of("GET", "/repos/{owner}/{repo}/commits/{ref}", this::commit));
  }

  private Reply repository(Asked asked) {
    var repository = world.repository(asked);
    return Reply.read(shape.repository(repository), "read the repository " + repository.fullName());
  }

  private Reply collaborator(Asked asked) {
    var sentence = "checked that %s may work on %s".formatted(asked.path("username"), name(asked));
    return Reply.read(Json.object(), sentence).empty();
  }

  private Reply may(Asked asked) {
    var login = asked.path("username");
    var body = Json.object().put("permission", "write").put("role_name", "write");
    body.set("user", links.user(login));
    return Reply.read(body, "read what %s may do in %s".formatted(login, name(asked)));
  }

  private Reply contents(Asked asked) {
    throw Refusal.notFound();
  }

  private Reply commit(Asked asked) {
    var repository = world.repository(asked);
    var sha = repository.resolve(asked.path("ref"));
    return Reply.read(
        shape.commit(repository, sha), "read the commit %.7s of %s".formatted(sha, name(asked)));
  }

  private Reply pullsOf(Asked asked) {
    var repository = world.repository(asked);
    var sha = asked.path("sha");
    var pulls =
        repository.issues.values().stream()
            .filter(issue -> issue.pull && repository.headSha(issue).equals(sha))
            .toList();
    return Reply.list(
        asked,
        Json.array(pulls, pull -> new IssueJson(links).pull(repository, pull)),
        "listed the pull requests with the commit %.7s of %s".formatted(sha, name(asked)));
  }

  private String name(Asked asked) {
    return world.repository(asked).fullName();
  }
}
