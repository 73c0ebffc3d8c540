package dev.bellwether.adapter.json;

import dev.bellwether.domain.workflow.Concurrency;
import dev.bellwether.domain.workflow.Concurrency.Policy;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Template;
import java.time.Duration;
import java.util.Optional;

/// Reads how much of a workflow there may be, and how urgent it is.
final class DefinitionLimits {
  static final Duration LONGEST = Duration.ofDays(30);
  static final Duration SHORTEST = Duration.ofSeconds(1);
  static final int LONGEST_KEY = 200;

  private DefinitionLimits() {}

  /// Reads them for what is to be done; where no time is given for the whole, it is an hour beside
  /// the delays.
  static Limits read(Draft definition, Plan plan) {
    var concurrency = definition.object("concurrency").flatMap(DefinitionLimits::concurrency);
    var cooldown = definition.seconds("cooldown_seconds", Duration.ZERO, LONGEST);
    var priority = definition.integer("priority", 1, 10);
    var timeout = definition.seconds("timeout_seconds", SHORTEST, LONGEST);
    var delays = plan.delays();
    if (timeout.filter(given -> given.compareTo(delays) <= 0).isPresent()) {
      definition.fault(
          "timeout_seconds must be more than the actions are put off by, %d"
              .formatted(delays.toSeconds()),
          "timeout_seconds");
    }
    return new Limits(
        concurrency.orElse(null),
        cooldown.orElse(Duration.ZERO),
        priority.orElse(Limits.STANDARD_PRIORITY),
        timeout.orElse(Limits.STANDARD_TIMEOUT.plus(delays)));
  }

  private static Optional<Concurrency> concurrency(Draft draft) {
    var key =
        draft.requiredText(
            "key", LONGEST_KEY, "what executions share, such as {{repository}}#{{number}}");
    key.ifPresent(k -> new DefinitionSteps().check(Template.namesIn(k), draft, "key"));
    var policy = draft.constant("policy", Policy.class).orElse(Policy.ALLOW);
    draft.refuseOthers();
    return key.map(known -> new Concurrency(known, policy));
  }
}
