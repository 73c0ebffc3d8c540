package dev.bellwether.testing;

import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowIndex;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.usecase.port.ScheduleStore;
import dev.bellwether.usecase.port.Slice;
import dev.bellwether.usecase.port.WorkflowCatalog;
import dev.bellwether.usecase.port.WorkflowStore;
import dev.bellwether.usecase.port.WorkflowVersions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Workflows in memory with their schedules; the catalog sees every save at once.
public final class InMemoryWorkflowStore
    implements WorkflowStore, WorkflowVersions, WorkflowCatalog, ScheduleStore {
  private final InstantSource clock;
  private final Map<WorkflowId, Workflow> newest = new HashMap<>();
  private final Map<WorkflowId, List<Workflow>> versions = new HashMap<>();
  private final Map<Workflow, Instant> savedAt = new HashMap<>();
  private final Map<WorkflowId, Instant> dueAt = new HashMap<>();

  /// Keeps workflows.
  ///
  /// @param clock a scheduled workflow is first due after a save's time
  public InMemoryWorkflowStore(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Saved save(Workflow workflow) {
    var id = workflow.id();
    var known = find(id).map(Workflow::version).orElse(0);
    if (workflow.version() != known) {
      return new Saved.Conflict(known);
    }
    var stored = versions.computeIfAbsent(id, none -> new ArrayList<>());
    var next = workflow.withVersion(stored.size() + 1);
    stored.add(next);
    savedAt.put(next, clock.instant());
    newest.put(id, next);
    dueAt.remove(id);
    if (next.state() != WorkflowState.PAUSED) {
      next.whenScheduled().ifPresent(s -> dueAt.put(id, s.nextAfter(clock.instant())));
    }
    return new Saved.Stored(next);
  }

  @Override
  public synchronized Optional<Workflow> find(WorkflowId id) {
    return Optional.ofNullable(newest.get(id));
  }

  @Override
  public synchronized List<Workflow> newest(WorkflowId id, int before, int limit) {
    return versions.getOrDefault(id, List.of()).reversed().stream()
        .filter(workflow -> workflow.version() < before)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Optional<Workflow> find(WorkflowId id, int version) {
    return versions.getOrDefault(id, List.of()).stream()
        .filter(w -> w.version() == version)
        .findFirst();
  }

  @Override
  public synchronized Optional<Workflow> at(WorkflowId id, Instant instant) {
    return newest(id, Integer.MAX_VALUE).stream()
        .filter(version -> !savedAt.getOrDefault(version, Instant.MIN).isAfter(instant))
        .findFirst();
  }

  @Override
  public synchronized List<Workflow> all() {
    return newest.values().stream().sorted(Comparator.comparing(Workflow::name)).toList();
  }

  @Override
  public synchronized Slice<Workflow> list(String after, int limit) {
    var found =
        newest.values().stream()
            .filter(workflow -> workflow.id().value().compareTo(after) > 0)
            .sorted(Comparator.comparing(workflow -> workflow.id().value()))
            .limit(limit + 1L)
            .toList();
    return Slices.cut(found, workflow -> workflow.id().value(), limit);
  }

  @Override
  public synchronized boolean delete(WorkflowId id) {
    dueAt.remove(id);
    return newest.remove(id) != null;
  }

  @Override
  public synchronized WorkflowIndex at(Instant now) {
    return new WorkflowIndex(newest.values());
  }

  @Override
  public synchronized List<Due> due(Instant now, int limit) {
    return newest.values().stream()
        .filter(w -> dueAt.containsKey(w.id()))
        .map(w -> new Due(w, dueAt.getOrDefault(w.id(), Instant.MAX)))
        .filter(due -> !due.at().isAfter(now))
        .sorted(Comparator.comparing(Due::at))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean advance(Due due, Instant next) {
    var id = due.workflow().id();
    var version = find(id).map(Workflow::version).orElse(0);
    return version == due.workflow().version() && dueAt.replace(id, due.at(), next);
  }
}
