package dev.bellwether.testing;

import dev.bellwether.domain.sla.BuildResult;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.usecase.port.BuildResults;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Build results in memory, as the contract has them.
public final class InMemoryBuildResults implements BuildResults {
  private final Map<Subject, Map<String, BuildResult>> results = new HashMap<>();

  @Override
  public synchronized void record(BuildResult result) {
    results
        .computeIfAbsent(result.pullRequest(), pr -> new TreeMap<>())
        .merge(result.build(), result, (old, more) -> more.at().isAfter(old.at()) ? more : old);
  }

  @Override
  public synchronized List<BuildResult> red(Subject pullRequest) {
    return results.getOrDefault(pullRequest, Map.of()).values().stream()
        .filter(result -> result.color() == BuildResult.Color.RED)
        .toList();
  }
}
