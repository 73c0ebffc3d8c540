package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.escalation.Notice.Alert;
import dev.bellwether.domain.escalation.NoticeGroup;
import dev.bellwether.domain.escalation.NoticeGroup.Answer;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.NoticeGroupStore;
import dev.bellwether.usecase.port.Notifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Hands notices about alerts to a channel whose readers are not to be flooded: of many that come
/// in a minute from one repository, at one level, all but the first few are told together.
///
/// Each waits for the end of the minute, and the first to come then tells for all. The others wait
/// until it has, and one takes over where it does not; so nothing is lost where one of them dies or
/// fails.
///
/// A notice costs a read and a write, one that waits a read more, and the one that tells for all
/// another two and a write.
public final class GroupedNotifier implements Notifier {
  private static final int TRIES = 20;

  private final Notifier notifier;
  private final Supplier<NoticeGroupStore> groups;
  private final InstantSource clock;

  /// Works on these.
  ///
  /// @param groups asked for at every use
  public GroupedNotifier(
      Notifier notifier, Supplier<NoticeGroupStore> groups, InstantSource clock) {
    this.notifier = notifier;
    this.groups = groups;
    this.clock = clock;
  }

  @Override
  public String channel() {
    return notifier.channel();
  }

  @Override
  public Outcome deliver(Notice notice) {
    var alert = notice.alert();
    return alert == null ? notifier.deliver(notice) : deliver(notice, alert);
  }

  private Outcome deliver(Notice notice, Alert alert) {
    var line = new NoticeGroup.Line(notice.key(), notice.inOneLine());
    for (int tries = 0; tries < TRIES; tries++) {
      var now = clock.instant();
      var group = group(notice, alert, now);
      switch (group.ask(line, now)) {
        case Answer.Alone(NoticeGroup next) -> {
          if (isStored(group, next)) {
            return notifier.deliver(notice);
          }
        }
        case Answer.Later(NoticeGroup next, Duration delay) -> {
          if (isStored(group, next)) {
            var reason = "It is told together with others from " + notice.subject().repository();
            return new Outcome.Pending(delay, reason, Map.of());
          }
        }
        case Answer.Together(NoticeGroup next) -> {
          if (isStored(group, next)) {
            return forAll(notice, alert);
          }
        }
        case Answer.ByAnother() -> {
          return Outcome.done();
        }
      }
    }
    return new Outcome.Pending(Duration.ofSeconds(1), "Many are told at once", Map.of());
  }

  private Outcome forAll(Notice notice, Alert alert) {
    var group = group(notice, alert, clock.instant());
    var outcome = notifier.deliver(together(notice, alert, group.waiting()));
    if (outcome instanceof Outcome.Done) {
      // Where somebody else took over meanwhile, they note it.
      groups.get().replace(group.told());
    }
    return outcome;
  }

  /// Finds the group that a notice is in: of the minute in which it was first to be told, or, when
  /// that takes no more, of the minute in which it is.
  private NoticeGroup group(Notice notice, Alert alert, Instant now) {
    var first = group(of(notice, alert), alert.since());
    if (first.has(notice.key()) || first.isOpenAt(now)) {
      return first;
    }
    var last = group(of(notice, alert), now.minus(1, ChronoUnit.MINUTES));
    return last.has(notice.key()) ? last : group(of(notice, alert), now);
  }

  private NoticeGroup group(String of, Instant since) {
    var empty = NoticeGroup.empty(of, since);
    return groups.get().find(empty.id()).orElse(empty);
  }

  private String of(Notice notice, Alert alert) {
    return "%s %s %s %d"
        .formatted(channel(), notice.subject().repository(), alert.action(), notice.level());
  }

  private boolean isStored(NoticeGroup found, NoticeGroup next) {
    return next.equals(found) || groups.get().replace(next);
  }

  private static Notice together(Notice notice, Alert alert, List<NoticeGroup.Line> lines) {
    if (lines.size() == 1) {
      return notice;
    }
    var repository = notice.subject().repository();
    var subject = new Subject(SubjectKind.REPOSITORY, repository, repository);
    var text = lines.stream().map(line -> "• " + line.text()).collect(Collectors.joining("\n"));
    var title = title(alert.action(), lines.size(), repository);
    return new Notice(notice.key(), subject, notice.level(), title, text);
  }

  private static String title(Notice.Action action, int count, String repository) {
    return switch (action) {
      case TRIGGER -> "%d more are late in %s".formatted(count, repository);
      case ACKNOWLEDGE -> "%d more are taken care of in %s".formatted(count, repository);
      case RESOLVE -> "%d more are done in %s".formatted(count, repository);
    };
  }
}
