package dev.bellwether.usecase.action;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.CodeOwners;
import dev.bellwether.domain.workflow.CodeOwners.Owners;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.CheckRuns;
import dev.bellwether.usecase.port.Comments;
import dev.bellwether.usecase.port.CommitStatuses;
import dev.bellwether.usecase.port.Issues;
import dev.bellwether.usecase.port.Labels;
import dev.bellwether.usecase.port.Notifier;
import dev.bellwether.usecase.port.ReviewRequests;
import dev.bellwether.usecase.port.Reviews;
import dev.bellwether.usecase.port.ViolationEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Everything the actions talk to: writes down each call in words, and answers as told.
final class RecordingOutside {
  final List<String> calls = new ArrayList<>();
  final List<Violation> violations = new ArrayList<>();
  final List<Notice> notices = new ArrayList<>();

  /// Answers by the first words of the call; done where nothing is said.
  final Map<String, Outcome> answers = new HashMap<>();

  final Map<Long, List<String>> open = new HashMap<>();
  CodeOwners owners = CodeOwners.parse("");
  List<String> files = List.of();

  final ReviewRequests reviewRequests =
      new ReviewRequests() {
        @Override
        public Outcome request(Subject subject, List<String> users, List<String> teams) {
          return called("review %s by %s and %s".formatted(subject.text(), users, teams));
        }

        @Override
        public Outcome withOpen(
            String repository, Function<Map<Long, List<String>>, Outcome> then) {
          return then.apply(open);
        }

        @Override
        public Outcome withOwners(Subject subject, Function<Owners, Outcome> then) {
          return then.apply(owners.of(files));
        }
      };

  final Reviews reviews =
      new Reviews() {
        @Override
        public Outcome approve(Subject subject, String sha, String text) {
          return called("approve %s at %s: %s".formatted(subject.text(), sha, text));
        }

        @Override
        public Outcome dismiss(Subject subject, String text, Collection<String> reviewers) {
          return called("dismiss %s of %s: %s".formatted(subject.text(), reviewers, text));
        }
      };

  final CheckRuns checkRuns =
      (repository, sha, run) -> called("check %s %s %s".formatted(repository, sha, run));
  final CommitStatuses commitStatuses =
      (repository, sha, status) -> called("status %s %s %s".formatted(repository, sha, status));
  final ViolationEvents violationEvents = violations::add;

  final Labels labels =
      new Labels() {
        @Override
        public Outcome add(Subject subject, List<String> names) {
          return called("label %s with %s".formatted(subject.text(), names));
        }

        @Override
        public Outcome remove(Subject subject, String name) {
          return called("unlabel %s of %s".formatted(subject.text(), name));
        }
      };

  final Comments comments =
      new Comments() {
        @Override
        public Outcome post(Subject subject, String marker, String body) {
          return called("post on %s as %s: %s".formatted(subject.text(), marker, body));
        }

        @Override
        public Outcome postOnce(Subject subject, String marker, String body) {
          return called("post once on %s as %s: %s".formatted(subject.text(), marker, body));
        }

        @Override
        public Outcome upsert(Subject subject, String marker, String body) {
          return called("upsert on %s as %s: %s".formatted(subject.text(), marker, body));
        }
      };

  final Issues issues =
      new Issues() {
        @Override
        public Outcome create(String repository, String marker, Draft draft) {
          return called("open in %s as %s: %s".formatted(repository, marker, draft));
        }

        @Override
        public Outcome createOnce(String repository, String marker, Draft draft) {
          return called("open once in %s as %s: %s".formatted(repository, marker, draft));
        }
      };

  Notifier notifier(String channel) {
    return new Notifier() {
      @Override
      public String channel() {
        return channel;
      }

      @Override
      public Outcome deliver(Notice notice) {
        notices.add(notice);
        return called("tell by %s".formatted(channel));
      }
    };
  }

  private Outcome called(String call) {
    calls.add(call);
    return answers.entrySet().stream()
        .filter(answer -> call.startsWith(answer.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Outcome.done());
  }
}
