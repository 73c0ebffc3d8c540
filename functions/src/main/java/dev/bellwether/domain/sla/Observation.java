package dev.bellwether.domain.sla;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Says what one of GitHub's events tells about a clock: what happened to it, and when.
///
/// A pull request's promise of a review begins when it is open and no draft, and is kept by the
/// first review of somebody else's. A build's begins with its run and ends with it; a completion
/// tells of both, so it is enough by itself when nothing else arrives.
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
  /// @return nothing when it is not about a clock
  public static Optional<Observation> of(Event event) {
    var name = event.name();
    return switch (event.subject().kind()) {
      case PR ->
          Optional.of(
              name.startsWith("pull_request.")
                  ? of(Metric.PR_REVIEW_TIME, event, pullRequest(event))
                  : inShort(event));
      case ISSUE -> Optional.of(of(Metric.ISSUE_RESOLUTION, event, issue(event)));
      case BUILD -> Optional.of(of(Metric.BUILD_TIME, event, build(event)));
      default -> Optional.empty();
    };
  }

  /// Makes the clock that this opens, under the standard threshold.
  public Clock opened() {
    return Clock.of(clock, marks, clock.metric().standardThreshold(), facts, factsAt);
  }

  /// Adds this to the clock as it is.
  public Clock addedTo(Clock known) {
    return known.merge(marks, facts, factsAt);
  }

  private static Observation of(Metric metric, Event event, Set<Mark> marks) {
    return new Observation(
        new ClockId(metric, event.subject()),
        marks,
        event.facts().pruned(Set.of()),
        event.occurredAt());
  }

  private static Set<Mark> pullRequest(Event event) {
    var at = event.occurredAt();
    var marks = new HashSet<Mark>();
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
    time(event, "closed_at").ifPresent(closed -> marks.add(new Mark(Mark.Kind.CLOSE, closed)));
    return marks;
  }

  private static Set<Mark> build(Event event) {
    var marks = new HashSet<Mark>();
    time(event, "build_started_at")
        .ifPresent(started -> marks.add(new Mark(Mark.Kind.START, started)));
    if (event.name().endsWith(".completed")) {
      marks.add(new Mark(Mark.Kind.STOP, event.occurredAt()));
      marks.add(new Mark(Mark.Kind.CLOSE, event.occurredAt()));
    }
    return marks;
  }

  private static boolean isReviewByOther(Event event) {
    var author = event.facts().text("author");
    return event.name().equals("pull_request_review.submitted")
        && (author.isEmpty() || !event.facts().text("reviewer").equals(author));
  }

  private static Set<Mark> issue(Event event) {
    var marks = new HashSet<Mark>();
    if (event.name().equals("issues.reopened")) {
      marks.add(new Mark(Mark.Kind.REOPEN, event.occurredAt()));
    }
    time(event, "closed_at").ifPresent(closed -> marks.add(new Mark(Mark.Kind.CLOSE, closed)));
    return marks;
  }

  /// Reviews and comments tell of the pull request in short only, so their facts yield to any
  /// others.
  private static Observation inShort(Event event) {
    var marks = new HashSet<Mark>();
    if (isReviewByOther(event)) {
      marks.add(new Mark(Mark.Kind.STOP, event.occurredAt()));
    }
    time(event, "closed_at").ifPresent(closed -> marks.add(new Mark(Mark.Kind.CLOSE, closed)));
    var full = of(Metric.PR_REVIEW_TIME, event, marks);
    return new Observation(full.clock(), full.marks(), full.facts(), Instant.EPOCH);
  }

  private static boolean isDraft(Event event) {
    return event.facts().get("draft").filter(Boolean.TRUE::equals).isPresent();
  }

  private static Optional<Instant> time(Event event, String fact) {
    return event.facts().text(fact).map(Instant::parse);
  }
}
