package dev.bellwether.adapter.github;

import static java.util.Map.entry;

import dev.bellwether.adapter.json.Json;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.usecase.port.EventReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads GitHub's webhooks without trusting their shape: a payload that lacks what its event should
/// have is still an event of its repository.
///
/// Every event counts as `github.<event>` and `github.<event>.<action>`; one small class a family
/// says what else it counts as, what it is about and which facts it states. Nothing of the
/// github-api library is touched, so that a webhook costs no more than its JSON.
///
/// An event says whether it was Bellwether's own doing, as far as its account is told here and its
/// writing is marked.
///
/// A payload that names a key twice is refused as malformed: GitHub sends none, and two readers
/// could see two different things in it.
public final class GitHubEvents implements EventReader {
  private static final Map<String, Function<EventPayload, Optional<EventStory>>> FAMILIES =
      Map.ofEntries(
          entry("pull_request", EventsOnPullRequests::pullRequest),
          entry("pull_request_review", EventsOnPullRequests::review),
          entry("pull_request_review_comment", EventsOnPullRequests::reviewComment),
          entry("pull_request_review_thread", EventsOnPullRequests::reviewThread),
          entry("issues", EventsOnIssues::issue),
          entry("issue_comment", EventsOnIssues::comment),
          entry("push", EventsOnBranches::push),
          entry("create", EventsOnBranches::create),
          entry("delete", EventsOnBranches::delete),
          entry("workflow_run", EventsOnBuilds::workflowRun),
          entry("check_suite", EventsOnBuilds::checkSuite),
          entry("workflow_job", EventsOnJobs::workflowJob),
          entry("check_run", EventsOnJobs::checkRun),
          entry("deployment", EventsOnDeployments::deployment),
          entry("deployment_status", EventsOnDeployments::status),
          entry("release", EventsOnReleases::release));

  private static final Pattern REPOSITORY = Pattern.compile("[\\w.-]+/[\\w.-]+");

  /// Stands where a repository's name would, for what an organization or an installation tells, and
  /// where a key would, for what is about a repository as a whole.
  private static final String NONE = "-";

  private final Account self;

  /// Knows only marked writing for Bellwether's own.
  public GitHubEvents() {
    this("");
  }

  /// Knows for Bellwether's own what an account does.
  ///
  /// @param login the account Bellwether acts under; empty when it is not told
  public GitHubEvents(String login) {
    self = new Account(login);
  }

  @Override
  public Reading read(String event, byte[] body, Instant receivedAt) {
    try {
      return read(event, new EventPayload(Json.readMap(body)), receivedAt);
    } catch (Json.Malformed malformed) {
      return new Reading.Malformed(String.valueOf(malformed.getMessage()));
    }
  }

  private Reading read(String event, EventPayload payload, Instant receivedAt) {
    var action = payload.text("action");
    var name = event + action.map(a -> "." + a).orElse("");
    var repository = payload.text("repository.full_name").filter(REPOSITORY.asMatchPredicate());
    if (repository.isEmpty() && !payload.has("organization") && !payload.has("installation")) {
      return new Reading.Unknown(name);
    }
    var story =
        Optional.ofNullable(FAMILIES.get(event))
            .filter(family -> repository.isPresent())
            .flatMap(family -> family.apply(payload))
            .orElseGet(() -> EventStory.about(SubjectKind.REPOSITORY, NONE, new EventFacts()));
    var subject = new Subject(story.kind(), repository.orElse(NONE), story.key());
    var facts =
        EventFacts.commonTo(payload)
            .put("repository", repository)
            .put("sender_is_self", self.isSender(payload))
            .and(story.facts())
            .with(payload);
    return new Reading.Known(
        new Event(
            name,
            triggers(event, name, story),
            subject,
            facts,
            story.time().orElse(receivedAt),
            self.of(payload)));
  }

  private static Set<TriggerType> triggers(String event, String name, EventStory story) {
    var triggers = new HashSet<>(story.triggers());
    TriggerType.parse("github." + event).ifPresent(triggers::add);
    TriggerType.parse("github." + name).ifPresent(triggers::add);
    return triggers;
  }
}
