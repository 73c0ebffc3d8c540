package dev.bellwether.adapter.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bellwether.adapter.http.Refused;
import dev.bellwether.adapter.http.Web;
import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kohsuke.github.GHEventPayload;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubAbuseLimitHandler;
import org.kohsuke.github.GitHubBuilder;
import org.kohsuke.github.GitHubRateLimitHandler;
import org.kohsuke.github.RateLimitChecker;

/// Binds the library's objects to repositories, pull requests and issues without asking GitHub for
/// them: they are read from a payload of our own that holds just their names.
public final class GitHubClient {
  private static final Set<SubjectKind> NUMBERED = Set.of(SubjectKind.PR, SubjectKind.ISSUE);

  private final Supplier<String> apiUrl;
  private final Web web;
  private final Meter meter;
  private final GitHubAccess access;

  /// Talks to a GitHub that has no limits.
  public GitHubClient(
      Supplier<String> apiUrl, Web web, Supplier<Map<String, String>> secret, InstantSource clock) {
    this(apiUrl, web, Meter.unlimited(clock), secret, clock);
  }

  /// Talks to a GitHub.
  ///
  /// @param apiUrl `https://api.github.com`, or another GitHub's; asked at every use
  /// @param secret the GitHub secret: `token`, or `app_id` and `private_key`; asked at every use
  public GitHubClient(
      Supplier<String> apiUrl,
      Web web,
      Meter meter,
      Supplier<Map<String, String>> secret,
      InstantSource clock) {
    this.apiUrl = () -> apiUrl.get().replaceAll("/+$", "");
    this.web = web;
    this.meter = meter;
    this.access = new GitHubAccess(this.apiUrl, web, secret, clock);
  }

  /// Binds an issue and lets it go: all of a write that can be done without GitHub.
  public void rehearse() {
    var payload = Json.object();
    payload.putObject("issue").put("number", 1);
    try {
      parse(github(Access.byToken("none"), "none"), payload, GHEventPayload.Issue.class);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// Finds who we are to GitHub; asks it where only a personal token is known.
  String self(Access as) {
    return as.author().orElseGet(() -> access.ownerOf(as.token()));
  }

  /// Something done to a bound object.
  interface Deed<T> {
    Outcome on(T bound, Access as) throws IOException;
  }

  /// Does something to a repository.
  Outcome inRepository(String repository, Deed<GHRepository> deed) {
    return perform(
        repository,
        Json.object(),
        (github, payload, as) ->
            deed.on(parse(github, payload, GHEventPayload.Ping.class).getRepository(), as));
  }

  /// Does something to a pull request or an issue; to GitHub, the first is also the second.
  Outcome onIssue(Subject subject, Deed<GHIssue> deed) {
    if (!NUMBERED.contains(subject.kind())) {
      return Outcome.failedForGood(
          "bad_subject",
          "Only pull requests and issues can have this; %s is neither".formatted(subject));
    }
    var payload = Json.object();
    payload.putObject("issue").put("number", Long.parseLong(subject.key()));
    return perform(
        subject.repository(),
        payload,
        (github, whole, as) ->
            deed.on(parse(github, whole, GHEventPayload.Issue.class).getIssue(), as));
  }

  /// Does something to a pull request that knows these users and teams as its reviewers.
  Outcome onPullRequest(
      Subject subject, List<String> users, List<String> teams, Deed<GHPullRequest> deed) {
    if (subject.kind() != SubjectKind.PR) {
      return Outcome.failedForGood(
          "bad_subject", "Only pull requests can be reviewed; %s is none".formatted(subject));
    }
    var payload = Json.object();
    var pullRequest =
        payload.putObject("pull_request").put("number", Long.parseLong(subject.key()));
    pullRequest.set("requested_reviewers", named("login", users));
    pullRequest.set("requested_teams", named("slug", teams));
    return perform(
        subject.repository(),
        payload,
        (github, whole, as) ->
            deed.on(parse(github, whole, GHEventPayload.PullRequest.class).getPullRequest(), as));
  }

  /// Something said in plain JSON, for which the library has no call, or only dear ones.
  interface Talk<T> {
    T over(GitHubJson gitHub, Access as) throws IOException;
  }

  /// Says something in plain JSON about a repository.
  ///
  /// @param failed makes an answer of why that was not possible
  <T> T talk(String repository, Talk<T> talk, Function<Failure, T> failed) {
    return admitted(
        repository,
        as ->
            talk.over(
                new GitHubJson(connector(owner(repository)), apiUrl.get(), repository, as.token()),
                as),
        failed);
  }

  private interface Binding {
    Outcome bind(GitHub github, ObjectNode payload, Access as) throws IOException;
  }

  private interface Admitted<T> {
    T act(Access as) throws IOException;
  }

  private Outcome perform(String fullName, ObjectNode payload, Binding binding) {
    var slash = fullName.indexOf('/');
    payload
        .putObject("repository")
        .put("name", fullName.substring(slash + 1))
        .put("full_name", fullName)
        .putObject("owner")
        .put("login", fullName.substring(0, Math.max(0, slash)));
    return admitted(
        fullName,
        as -> binding.bind(github(as, owner(fullName)), payload, as),
        failure -> new Outcome.Failed(failure, Map.of()));
  }

  private <T> T admitted(String fullName, Admitted<T> deed, Function<Failure, T> failed) {
    var slash = fullName.indexOf('/');
    if (slash < 1) {
      return failed.apply(
          new Failure.Permanent(
              "no_repository",
              "This belongs to no repository on GitHub, so nothing can be done there"));
    }
    var owner = fullName.substring(0, slash);
    try {
      return admitted(owner, access.to(owner, fullName.substring(slash + 1)), deed);
    } catch (Refused refused) {
      return failed.apply(refused.failure());
    } catch (IOException | Json.Malformed unreadable) {
      return failed.apply(
          new Failure.Transient("unreadable", "GitHub's answer could not be read", null));
    }
  }

  /// A token that GitHub takes back before its time, as when the installation's rights change, is
  /// no reason to give up: the next attempt gets another.
  private <T> T admitted(String owner, Access as, Admitted<T> deed) throws IOException {
    try {
      return deed.act(as);
    } catch (Refused refused) {
      if (refused.status() != 401 || as.author().isEmpty()) {
        throw refused;
      }
      access.forget(owner);
      throw new Refused(
          refused.status(),
          new Failure.Transient(
              "token_refused",
              "GitHub refused the installation's token; a new one is asked for",
              null));
    }
  }

  private WebConnector connector(String owner) {
    return new WebConnector(web, meter, owner);
  }

  private static String owner(String fullName) {
    return fullName.substring(0, Math.max(0, fullName.indexOf('/')));
  }

  /// Cheap: it asks nothing. `withAppInstallationToken` fits any token; `withOAuthToken` would
  /// first ask who we are.
  private GitHub github(Access as, String owner) throws IOException {
    return new GitHubBuilder()
        .withEndpoint(apiUrl.get())
        .withConnector(connector(owner))
        .withAppInstallationToken(as.token())
        .withRateLimitHandler(GitHubRateLimitHandler.FAIL)
        .withAbuseLimitHandler(GitHubAbuseLimitHandler.FAIL)
        .withRateLimitChecker(RateLimitChecker.NONE)
        .build();
  }

  private static <T extends GHEventPayload> T parse(
      GitHub github, ObjectNode payload, Class<T> type) throws IOException {
    return github.parseEventPayload(new StringReader(payload.toString()), type);
  }

  private static JsonNode named(String key, Collection<String> names) {
    return Json.tree(names.stream().map(name -> Map.of(key, name)).toList());
  }
}
