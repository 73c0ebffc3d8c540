package dev.bellwether.domain.workflow;

import static dev.bellwether.domain.fact.FactGroup.AGENT;
import static dev.bellwether.domain.fact.FactGroup.BRANCH;
import static dev.bellwether.domain.fact.FactGroup.BUILD;
import static dev.bellwether.domain.fact.FactGroup.CHANGE;
import static dev.bellwether.domain.fact.FactGroup.COMMENT;
import static dev.bellwether.domain.fact.FactGroup.CONFLICT;
import static dev.bellwether.domain.fact.FactGroup.DEPLOYMENT;
import static dev.bellwether.domain.fact.FactGroup.FAILURE;
import static dev.bellwether.domain.fact.FactGroup.ISSUE;
import static dev.bellwether.domain.fact.FactGroup.JOB;
import static dev.bellwether.domain.fact.FactGroup.PULL_REQUEST;
import static dev.bellwether.domain.fact.FactGroup.PUSH;
import static dev.bellwether.domain.fact.FactGroup.RELEASE;
import static dev.bellwether.domain.fact.FactGroup.REVIEW;
import static dev.bellwether.domain.fact.FactGroup.SLA;
import static dev.bellwether.domain.fact.FactGroup.TASK;
import static dev.bellwether.domain.fact.FactGroup.VIOLATION;

import dev.bellwether.domain.fact.FactGroup;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The triggers that have a name of their own, each with what sets it off and the facts it carries.
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable ones
public enum NamedTrigger {
  PR_CREATED("A pull request is opened, as a draft or not.", PULL_REQUEST),
  PR_READY("A draft is marked as ready for review.", PULL_REQUEST),
  PR_UPDATED(
      "Commits are pushed to a pull request, or its title, text or base is edited.", PULL_REQUEST),
  PR_REVIEWED("A review is submitted, whatever it says.", PULL_REQUEST, REVIEW),
  PR_APPROVED("A review approves.", PULL_REQUEST, REVIEW),
  PR_CHANGES_REQUESTED("A review asks for changes.", PULL_REQUEST, REVIEW),
  PR_REVIEW_REQUESTED("Somebody, or a team, is asked for a review.", PULL_REQUEST, CHANGE),
  PR_LABELED("A label is added to a pull request.", PULL_REQUEST, CHANGE),
  PR_MERGED("A pull request is merged.", PULL_REQUEST),
  PR_CLOSED("A pull request is closed, merged or not.", PULL_REQUEST),
  PR_COMMENT("Somebody comments on a pull request or on one of its lines.", PULL_REQUEST, COMMENT),
  COMMIT_PUSHED("Commits are pushed to a branch, or a branch is moved.", BRANCH, PUSH),
  BRANCH_CREATED("A branch is created.", BRANCH),
  BRANCH_DELETED("A branch is deleted.", BRANCH),
  TAG_CREATED("A tag is created.", RELEASE),
  BUILD_STARTED("A GitHub Actions workflow run begins, once for each attempt.", BUILD),
  BUILD_FAILED("A build ends as failed, timed out or unable to start.", BUILD),
  BUILD_SUCCEEDED("A build ends well.", BUILD),
  BUILD_COMPLETED("A build ends, however it went.", BUILD),
  TEST_FAILED("A job or check with `test` in its name fails or times out.", JOB),
  DEPLOYMENT_STARTED("A deployment is asked for.", DEPLOYMENT),
  DEPLOYMENT_SUCCEEDED("A deployment ends well.", DEPLOYMENT),
  DEPLOYMENT_FAILED("A deployment fails.", DEPLOYMENT),
  ISSUE_OPENED("An issue is opened.", ISSUE),
  ISSUE_CLOSED("An issue is closed.", ISSUE),
  ISSUE_ASSIGNED("Somebody is assigned to an issue.", ISSUE, CHANGE),
  ISSUE_LABELED("A label is added to an issue.", ISSUE, CHANGE),
  ISSUE_COMMENT("Somebody comments on an issue.", ISSUE, COMMENT),
  RELEASE_PUBLISHED("A release is published.", RELEASE),
  SCHEDULE(
      "The clock says so; see `schedule`. Over subjects, it carries the facts last seen of each."),
  SLA_VIOLATION("A promise about a subject is broken; its facts are carried too.", SLA, VIOLATION),
  SLA_AT_RISK("A promise is likely to be broken. Nothing raises it in this version.", SLA),
  AGENT_IDLE("An agent reports that it is idle, or has done nothing for ten minutes.", AGENT),
  AGENT_TASK_COMPLETED(
      "An agent reports something as `completed`, or a task is done.", AGENT, TASK),
  AGENT_ERROR(
      "An agent reports something as `failed`, or an `error`; its task fails, or it has stalled.",
      AGENT,
      TASK),
  AGENT_CONFLICT(
      "Open branches of two agents touch the same file; told once of each two.", AGENT, CONFLICT),
  WORKFLOW_FAILED(
      "An execution of a workflow fails or times out; its facts are carried too.", FAILURE),
  WEBHOOK("A request reaches an inbound webhook, `POST /webhooks/<source>`.", FactGroup.WEBHOOK),
  MANUAL(
      "A person starts it, by the API or the dashboard; what they enter is below `event.inputs`.");

  private static final Set<NamedTrigger> OF_ANY_SUBJECT =
      EnumSet.of(SCHEDULE, SLA_VIOLATION, SLA_AT_RISK, WORKFLOW_FAILED, MANUAL);

  private final String description;
  private final List<FactGroup> own;

  NamedTrigger(String description, FactGroup... own) {
    this.description = description;
    this.own = List.of(own);
  }

  /// Names the trigger as definitions do.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Makes the type that triggers of workflows and events have.
  public TriggerType type() {
    return new TriggerType(wireName());
  }

  /// Says what sets it off, in one or two sentences.
  public String description() {
    return description;
  }

  /// Lists the facts that belong to it.
  public List<FactGroup> facts() {
    return own;
  }

  /// Tells whether a fact is among those, or among what every event of GitHub carries.
  boolean carries(String fact) {
    return own.stream().anyMatch(group -> group.has(fact))
        || (isOfGitHub() && FactGroup.ANY_GITHUB.has(fact));
  }

  /// Tells whether GitHub's webhooks raise it.
  public boolean isOfGitHub() {
    return compareTo(SCHEDULE) < 0;
  }

  /// Tells whether it also carries the facts of its subject, of whatever kind that is.
  public boolean isAboutAnySubject() {
    return OF_ANY_SUBJECT.contains(this);
  }
}
