package dev.bellwether.adapter.json;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.NamedTrigger;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.EventReader;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads webhooks of sources other than GitHub: any JSON object, which is below `event` as it came.
///
/// It is about the pull request that its own `repository` and `number` name, about the repository
/// where it names only that, and about its source where it names neither.
public final class InboundEvents implements EventReader {
  private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+");

  /// Stands where a key would, for what is about a repository as a whole.
  private static final String WHOLE = "-";

  /// Reads one.
  ///
  /// @param source the name of the source, in place of GitHub's event
  @Override
  public Reading read(String source, byte[] body, Instant receivedAt) {
    try {
      return new Reading.Known(event(source, Json.readMap(body), receivedAt));
    } catch (Json.Malformed malformed) {
      return new Reading.Malformed(String.valueOf(malformed.getMessage()));
    }
  }

  private static Event event(String source, Map<String, Object> payload, Instant receivedAt) {
    var sent = new Facts(payload);
    var repository = sent.text("repository").filter(REPOSITORY.asMatchPredicate());
    var number =
        repository.flatMap(named -> sent.number("number")).filter(positive -> positive > 0);
    var facts = Facts.none().with("source", source).with("event", payload);
    if (repository.isPresent()) {
      facts = facts.with("repository", repository.get());
    }
    if (number.isPresent()) {
      facts = facts.with("number", number.get());
    }
    return new Event(
        "webhook." + source,
        Set.of(NamedTrigger.WEBHOOK.type()),
        subject(source, repository, number),
        facts,
        receivedAt);
  }

  private static Subject subject(
      String source, Optional<String> repository, Optional<Long> number) {
    if (repository.isEmpty()) {
      return new Subject(SubjectKind.SOURCE, Subject.NO_REPOSITORY, source);
    }
    return number
        .map(known -> new Subject(SubjectKind.PR, repository.get(), String.valueOf(known)))
        .orElseGet(() -> new Subject(SubjectKind.REPOSITORY, repository.get(), WHOLE));
  }
}
