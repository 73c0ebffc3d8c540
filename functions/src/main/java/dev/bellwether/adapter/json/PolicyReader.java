package dev.bellwether.adapter.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bellwether.domain.condition.Durations;
import dev.bellwether.domain.sla.Calendar;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Metric;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.sla.Policy;
import dev.bellwether.domain.sla.Terms;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what a team promises: policies, and the calendars that they name. Everything wrong is told
/// at once, each at its JSON Pointer.
///
///     {"policies": [{"id": "reviews", "metric": "pr_review_time", "threshold": "4h",
///                    "levels": ["0%", "50%", "100%"], "calendar": "paris",
///                    "conditions": [{"field": "base_branch", "operator": "eq", "value": "main"}],
///                    "pause_labels": ["blocked"], "rank": 1}],
///      "calendars": [{"id": "paris", …}]}
public final class PolicyReader {
  static final int MOST = 200;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,4})%");
  private static final List<String> METRICS =
      Arrays.stream(Metric.values()).map(Metric::wireName).toList();

  private final CalendarReader calendars;

  /// Reads policies whose calendars have these holidays.
  public PolicyReader(Holidays holidays) {
    this.calendars = new CalendarReader(holidays);
  }

  /// Reads a document.
  public Reading<Policies> read(JsonNode document) {
    var faults = new ArrayList<Fault>();
    var policies = Draft.of(document, "", faults).map(this::policies);
    return policies.isPresent() && faults.isEmpty()
        ? new Reading.Accepted<>(policies.get())
        : new Reading.Refused<>(faults);
  }

  private Policies policies(Draft draft) {
    var known = new LinkedHashMap<String, Calendar>();
    known.put(Calendar.ALWAYS.id(), Calendar.ALWAYS);
    for (var one : draft.objects("calendars")) {
      calendars
          .read(one)
          .filter(calendar -> known.putIfAbsent(calendar.id(), calendar) != null)
          .ifPresent(twice -> one.fault("Another calendar has this id", "id"));
    }
    var policies = new LinkedHashMap<String, Policy>();
    for (var one : draft.objects("policies")) {
      policy(one, known)
          .filter(policy -> policies.putIfAbsent(policy.id(), policy) != null)
          .ifPresent(twice -> one.fault("Another policy has this id", "id"));
    }
    if (policies.size() > MOST) {
      draft.fault("There are at most %d policies".formatted(MOST), "policies");
    }
    draft.refuseOthers();
    return new Policies(List.copyOf(policies.values()));
  }

  private static Optional<Policy> policy(Draft draft, Map<String, Calendar> calendars) {
    var id = id(draft, "what tells it from the others, such as reviews");
    draft.require("metric", "what is promised: one of " + String.join(", ", METRICS));
    var metric = draft.named("metric", METRICS).flatMap(Metric::named);
    var conditions = DefinitionConditions.read(draft, "conditions");
    var rank = draft.integer("rank", -1000, 1000).orElse(0);
    draft.require("threshold", "how long it may take, such as 4h or 300");
    var threshold = draft.duration("threshold", SHORTEST, LONGEST);
    var calendar = draft.named("calendar", calendars.keySet()).map(calendars::get);
    var labels =
        draft.has("pause_labels")
            ? Set.copyOf(draft.texts("pause_labels", 20, 50))
            : Policy.STANDARD_PAUSE_LABELS;
    draft.knows("pause_labels");
    var offsets = threshold.map(promised -> offsets(draft, promised));
    draft.knows("levels");
    draft.refuseOthers();
    if (id.isEmpty() || metric.isEmpty() || threshold.isEmpty() || offsets.isEmpty()) {
      return Optional.empty();
    }
    var terms = new Terms(threshold.get(), offsets.get(), calendar.orElse(Calendar.ALWAYS));
    return Optional.of(new Policy(id.get(), metric.get(), conditions, rank, terms, labels));
  }

  /// Reads when the levels are reached after the threshold: durations, or parts of it in percent.
  private static List<Duration> offsets(Draft draft, Duration threshold) {
    var standard = Terms.standard(threshold).offsets();
    if (!draft.has("levels")) {
      return standard;
    }
    var offsets = new ArrayList<Duration>();
    for (var text : draft.list("levels")) {
      offset(text.asText(), threshold).ifPresent(offsets::add);
    }
    var isInOrder = offsets.stream().sorted().toList().equals(offsets);
    if (offsets.size() != Level.values().length || !isInOrder) {
      draft.fault(
          "levels must be three, none before the one below it, such as [\"0s\", \"5m\", \"10m\"] or"
              + " [\"0%\", \"50%\", \"100%\"] of the threshold",
          "levels");
      return standard;
    }
    return offsets;
  }

  private static Optional<Duration> offset(String text, Duration threshold) {
    var percent = PERCENT.matcher(text);
    if (percent.matches()) {
      var part = Long.parseLong(percent.group(1));
      return Optional.of(threshold.multipliedBy(part).dividedBy(100));
    }
    return text.equals("0") ? Optional.of(Duration.ZERO) : Durations.parse(text);
  }

  static Optional<String> id(Draft draft, String description) {
    var id = draft.requiredText("id", 63, description);
    var good = id.filter(WorkflowId::isValid);
    if (id.isPresent() && good.isEmpty()) {
      draft.fault("id must be 1 to 63 lower-case letters, digits and inner hyphens", "id");
    }
    return good;
  }
}
