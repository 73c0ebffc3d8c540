package dev.bellwether.domain.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How an agent has done, by what was reported of it.
///
/// @param reports how many were looked at
/// @param done how many tasks it completed
/// @param failed how many it said it cannot do
/// @param completion how long those took that it completed, from when it was given them
/// @param response how long it took to do anything after it was given a task or a message
public record AgentReport(int reports, int done, int failed, Spread completion, Spread response) {

  /// How durations are spread; nothing where there is none.
  public record Spread(int count, Optional<Duration> p50, Optional<Duration> p95) {
    static Spread of(Collection<Duration> durations) {
      var sorted = durations.stream().sorted().toList();
      return new Spread(sorted.size(), rank(sorted, 50), rank(sorted, 95));
    }

    /// The nearest rank: the smallest that at least so many percent do not exceed.
    private static Optional<Duration> rank(List<Duration> sorted, int percent) {
      var rank = (sorted.size() * percent + 99) / 100;
      return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get(rank - 1));
    }
  }

  /// Says which share of the tasks that ended was completed; nothing when none ended.
  public Optional<Double> successRate() {
    var ended = done + failed;
    return ended == 0 ? Optional.empty() : Optional.of((double) done / ended);
  }

  /// Adds up what was reported, in whatever order.
  public static AgentReport of(Collection<AgentActivity> reports) {
    var inOrder = reports.stream().sorted(Comparator.comparing(AgentActivity::receivedAt)).toList();
    var completion = new ArrayList<Duration>();
    var response = new ArrayList<Duration>();
    Map<String, Instant> asked = new HashMap<>();
    for (var report : inOrder) {
      if (report.sign().isEmpty()) {
        asked.putIfAbsent(report.id(), report.receivedAt());
      } else if (report.sign().get() == Agent.Sign.ACTIVITY) {
        asked.values().forEach(at -> response.add(Duration.between(at, report.receivedAt())));
        asked.clear();
      }
      var took = report.durationSeconds();
      if (report.activityType().equals("task_done") && took != null) {
        completion.add(Duration.ofMillis(Math.round(took * 1000)));
      }
    }
    return new AgentReport(
        inOrder.size(),
        count(inOrder, "task_done"),
        count(inOrder, "task_failed"),
        Spread.of(completion),
        Spread.of(response));
  }

  private static int count(List<AgentActivity> reports, String type) {
    return (int) reports.stream().filter(r -> r.activityType().equals(type)).count();
  }
}
