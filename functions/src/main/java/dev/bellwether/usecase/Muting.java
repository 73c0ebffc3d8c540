package dev.bellwether.usecase;

import dev.bellwether.domain.escalation.Escalation;
import dev.bellwether.domain.escalation.Incident.Hold;
import dev.bellwether.domain.escalation.Silence;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.usecase.port.BuildResults;
import dev.bellwether.usecase.port.SilenceStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds why nobody is to be told of a violation now: a silence, or a cause that people see
/// already. Nobody reviews a pull request whose build is red, so that its review is late is no news
/// while it is. Builds of earlier commits mute nothing.
public final class Muting {
  /// As often as the sweep asks again whether a build is still red.
  private static final Duration ASKED_AGAIN_AFTER = Duration.ofMinutes(5);

  private final SilenceStore silences;
  private final BuildResults builds;

  /// Works on these.
  public Muting(SilenceStore silences, BuildResults builds) {
    this.silences = silences;
    this.builds = builds;
  }

  /// Finds what mutes a violation, and until when; of several silences the last to end.
  public Optional<Hold> of(Violation violation, Instant now) {
    return silence(violation, now).or(() -> redBuild(violation, now));
  }

  private Optional<Hold> silence(Violation violation, Instant now) {
    var facts = new Escalation(violation, List.of()).event().facts();
    return silences.all(now).stream()
        .filter(silence -> silence.covers(facts, now))
        .max(Comparator.comparing(Silence::until))
        .map(silence -> new Hold(silence.holder(), silence.until()));
  }

  private Optional<Hold> redBuild(Violation violation, Instant now) {
    if (violation.clock().metric() != Metric.PR_REVIEW_TIME) {
      return Optional.empty();
    }
    var commit = violation.facts().text("head_sha").orElse("");
    return builds.red(violation.clock().subject()).stream()
        .filter(red -> red.commit().equals(commit))
        .findFirst()
        .map(red -> new Hold("red build " + red.build(), now.plus(ASKED_AGAIN_AFTER)));
  }
}
