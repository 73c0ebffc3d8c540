package dev.bellwether.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.bellwether.local.engine.Loopback;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// A GitHub of one's own: an HTTP server on the loop-back address that behaves like GitHub's REST
/// API for what Bellwether uses of it, and remembers what it was told.
///
/// Every repository, issue and pull request is there as soon as a call names it. Every call is
/// written to a journal, without its headers; with a data folder, into a file, and a start on the
/// same folder repeats the journal and so is where the last one was. What it does not serve is 404
/// with a message that says so.
public final class GitHubSandbox implements AutoCloseable {
  /// The account that everything is done under.
  public static final String LOGIN = World.SELF;

  private final HttpServer server;
  private final Recorder recorder;
  private final InstantSource clock;
  private final URI url;

  private GitHubSandbox(HttpServer server, Recorder recorder, InstantSource clock, URI url) {
    this.server = server;
    this.recorder = recorder;
    this.clock = clock;
    this.url = url;
  }

  /// Starts one without limits.
  ///
  /// @param data the folder of its journal; without one, all is forgotten in the end
  public static GitHubSandbox start(Optional<Path> data, InstantSource clock) {
    return start(data, clock, Limits.none());
  }

  /// Starts one that enforces limits.
  public static GitHubSandbox start(Optional<Path> data, InstantSource clock, Limits limits) {
    var server = Loopback.server();
    var url = Loopback.uri(server);
    var meter = new Meter(limits);
    var world = new World(new Links(url), meter);
    var recorder = new Recorder(world, data.map(folder -> folder.resolve("github-sandbox.jsonl")));
    server.createContext("/", new Front(recorder, meter, clock, url));
    server.start();
    return new GitHubSandbox(server, recorder, clock, url);
  }

  /// Tells the address to use in place of `https://api.github.com`.
  public URI url() {
    return url;
  }

  /// Lists the newest calls, oldest first; at least the last 20,000.
  public List<Call> journal() {
    return recorder.journal().stream()
        .filter(call -> !call.method().equals(EventRoutes.METHOD))
        .toList();
  }

  /// Has somebody see each call from now on, before its answer leaves. What a listener throws does
  /// not disturb the call, but [#close].
  public void onCall(Consumer<Call> listener) {
    recorder.onCall(listener);
  }

  /// Learns of what a webhook is about: of an issue or pull request its title, author and commit,
  /// and of pushes, reviews, their threads and builds. Nothing depends on it, but that an author is
  /// refused as a reviewer, as on GitHub, takes an author who is known.
  public void learn(JsonNode payload) {
    EventRoutes.request(payload, clock.instant()).ifPresent(recorder::learn);
    CodeEventRoutes.request(payload, clock.instant()).ifPresent(recorder::learn);
  }

  /// Lists the labels on an issue or pull request, by name.
  public List<String> labelsOf(String repository, int number) {
    return namesOf(repository, number, issue -> issue.labels);
  }

  /// Lists the people asked to review a pull request, by login.
  public List<String> reviewersOf(String repository, int number) {
    return namesOf(repository, number, issue -> issue.reviewers);
  }

  /// Lists the teams asked to review a pull request, by slug.
  public List<String> teamsOf(String repository, int number) {
    return namesOf(repository, number, issue -> issue.teams);
  }

  /// Lists what the comments on an issue or pull request say, oldest first.
  public List<String> commentsOf(String repository, int number) {
    return namesOf(
        repository, number, issue -> issue.comments.values().stream().map(Comment::body).toList());
  }

  /// Lists the titles of a repository's issues, without its pull requests, by number.
  public Map<Integer, String> issuesOf(String repository) {
    var titles = new LinkedHashMap<Integer, String>();
    return recorder.look(
        world -> {
          world.find(repository).stream()
              .flatMap(found -> found.issues.values().stream())
              .filter(issue -> !issue.pull)
              .forEach(issue -> titles.put(issue.number, issue.title));
          return titles;
        });
  }

  /// Lists the state that a commit has in each context.
  public Map<String, String> statusesOf(String repository, String sha) {
    var states = new LinkedHashMap<String, String>();
    return recorder.look(
        world -> {
          world
              .find(repository)
              .ifPresent(
                  found ->
                      found
                          .currentStatuses(sha)
                          .forEach((context, status) -> states.put(context, status.state())));
          return states;
        });
  }

  /// Describes everything: the calls, newest first, and what each repository has come to.
  public JsonNode toJson() {
    var json = Json.object().put("url", url.toString());
    json.set("calls", Json.array(history().reversed(), Call::toJson));
    json.set("repositories", state());
    return json;
  }

  /// Lists the calls and what webhooks told, oldest first.
  List<Call> history() {
    return recorder.journal();
  }

  JsonNode state() {
    return recorder.look(StateJson::repositories);
  }

  /// Stops it.
  ///
  /// @throws AssertionError when a listener complained of a call; each complaint is among the
  ///   suppressed
  @Override
  public void close() {
    server.stop(0);
    recorder.close();
  }

  private List<String> namesOf(
      String repository, int number, Function<Issue, Collection<String>> names) {
    return recorder.look(
        world ->
            world
                .find(repository)
                .map(found -> found.issues.get(number))
                .map(issue -> List.copyOf(names.apply(issue)))
                .orElse(List.of()));
  }
}
