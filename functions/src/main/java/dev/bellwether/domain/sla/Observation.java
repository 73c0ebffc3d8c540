package dev.bellwether.domain.sla;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Says what one of GitHub's events tells about a clock: what happened to it, and when.
///
/// A pull request's promise of a review begins when it is open and no draft, and is kept by the
/// first review of somebody else's. A build's, a test's and a deployment's begins with it and ends
/// with it; an end tells of both, so it is enough by itself when nothing else arrives.
///
/// What else is said about a pull request tells that it was touched. An issue's clock is never
/// started: it is there for scheduled workflows to find the issue by.
///
/// @param marks none when an event only tells how the subject is now
public record Observation(ClockId clock, Set<Mark> marks, Facts facts, Instant factsAt) {
  public Observation {
    marks = Set.copyOf(marks);
  }

  /// Reads an event.
  ///
  /// @return nothing when it is not about a clock, or nothing is promised about its subject
  public static Optional<Observation> of(Event event, Policies policies) {
    return Metric.about(event.subject().kind())
        .filter(Metric::isSeenOnGitHub)
        .flatMap(metric -> policies.ruling(metric, event.facts()).map(p -> of(metric, event, p)));
  }

  private static Observation of(Metric metric, Event event, Policy policy) {
    if (metric == Metric.PR_REVIEW_TIME && !event.name().startsWith("pull_request.")) {
      return inShort(event);
    }
    var marks = new HashSet<Mark>();
    switch (metric) {
      case PR_REVIEW_TIME -> {
        addPullRequest(marks, event);
        addHold(marks, event, policy);
      }
      case BUILD_TIME -> addRun(marks, event, "build");
      case TEST_EXECUTION -> addRun(marks, event, "job");
      case DEPLOYMENT_TIME -> addRun(marks, event, "deployment");
      case ISSUE_RESOLUTION -> addIssue(marks, event);
      case AGENT_RESPONSE, TASK_COMPLETION -> {}
    }
    return of(metric, event, marks);
  }

  /// Makes the clock that this opens.
  public Clock opened(Policies policies) {
    return Clock.of(clock, marks, terms(policies, facts), facts, factsAt);
  }

  /// Adds this to the clock as it is, under what is promised now.
  public Clock addedTo(Clock known, Policies policies) {
    var merged = known.merge(marks, facts, factsAt);
    return merged.under(terms(policies, merged.facts()));
  }

  private Terms terms(Policies policies, Facts known) {
    return policies
        .ruling(clock.metric(), known)
        .orElseGet(() -> Policies.standard(clock.metric()))
        .terms();
  }

  private static Observation of(Metric metric, Event event, Set<Mark> marks) {
    return new Observation(
        new ClockId(metric, event.subject()),
        marks,
        event.facts().pruned(Set.of()),
        event.occurredAt());
  }

  private static void addPullRequest(Set<Mark> marks, Event event) {
    var at = event.occurredAt();
    switch (event.name()) {
      case "pull_request.opened" -> {
        if (!isDraft(event)) {
          marks.add(new Mark(Mark.Kind.START, at));
        }
      }
      case "pull_request.ready_for_review" -> marks.add(new Mark(Mark.Kind.START, at));
      case "pull_request.converted_to_draft" -> marks.add(new Mark(Mark.Kind.PAUSE, at));
      case "pull_request.reopened" -> marks.add(new Mark(Mark.Kind.REOPEN, at));
      case "pull_request.closed" -> marks.add(new Mark(Mark.Kind.CLOSE, at));
      default -> {}
    }
    addClose(marks, event);
  }

  /// A label that holds a promise up was put on or taken off: what all labels together say counts.
  private static void addHold(Set<Mark> marks, Event event, Policy policy) {
    var isAboutOne = event.facts().text("label").filter(policy.pauseLabels()::contains).isPresent();
    var isOpened = event.name().equals("pull_request.opened");
    if (isAboutOne || (isOpened && policy.isHeldUp(event.facts()))) {
      var kind = policy.isHeldUp(event.facts()) ? Mark.Kind.HOLD : Mark.Kind.RELEASE;
      marks.add(new Mark(kind, event.occurredAt()));
    }
  }

  /// @param what begins the names of the facts that tell when it began and ended
  private static void addRun(Set<Mark> marks, Event event, String what) {
    time(event, what + "_started_at").ifPresent(at -> marks.add(new Mark(Mark.Kind.START, at)));
    time(event, what + "_finished_at")
        .or(() -> Optional.of(event.occurredAt()).filter(at -> isEnd(event)))
        .ifPresent(
            at -> {
              marks.add(new Mark(Mark.Kind.STOP, at));
              marks.add(new Mark(Mark.Kind.CLOSE, at));
            });
  }

  private static boolean isEnd(Event event) {
    return event.name().endsWith(".completed");
  }

  private static void addIssue(Set<Mark> marks, Event event) {
    if (event.name().equals("issues.reopened")) {
      marks.add(new Mark(Mark.Kind.REOPEN, event.occurredAt()));
    }
    addClose(marks, event);
  }

  private static void addClose(Set<Mark> marks, Event event) {
    time(event, "closed_at").ifPresent(closed -> marks.add(new Mark(Mark.Kind.CLOSE, closed)));
  }

  /// Reviews and comments tell of the pull request in short only, so their facts yield to any
  /// others.
  private static Observation inShort(Event event) {
    var marks = new HashSet<Mark>();
    if (isReviewByOther(event)) {
      marks.add(new Mark(Mark.Kind.STOP, event.occurredAt()));
    }
    addClose(marks, event);
    var full = of(Metric.PR_REVIEW_TIME, event, marks);
    return new Observation(full.clock(), full.marks(), full.facts(), Instant.EPOCH);
  }

  private static boolean isReviewByOther(Event event) {
    var author = event.facts().text("author");
    return event.name().equals("pull_request_review.submitted")
        && (author.isEmpty() || !event.facts().text("reviewer").equals(author));
  }

  private static boolean isDraft(Event event) {
    return event.facts().get("draft").filter(Boolean.TRUE::equals).isPresent();
  }

  private static Optional<Instant> time(Event event, String fact) {
    return event.facts().text(fact).map(Instant::parse);
  }
}
