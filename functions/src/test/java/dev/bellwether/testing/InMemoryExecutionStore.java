package dev.bellwether.testing;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.workflow.Delivery;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.Approvals;
import dev.bellwether.usecase.port.ExecutionReader;
import dev.bellwether.usecase.port.ExecutionStore;
import dev.bellwether.usecase.port.FinishedExecutions;
import dev.bellwether.usecase.port.Firings;
import dev.bellwether.usecase.port.Part;
import dev.bellwether.usecase.port.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Executions in memory, as the contract has them.
public final class InMemoryExecutionStore
    implements ExecutionStore, ExecutionReader, Firings, Approvals, FinishedExecutions {
  private final Map<ExecutionId, Entry> entries = new HashMap<>();

  private final Set<ExecutionId> audited = new HashSet<>();

  private final List<Delivery> carried = new ArrayList<>();

  private record Lease(String owner, Instant until) {}

  private record Entry(Execution execution, @Nullable Lease lease) {
    boolean isHeldAt(Instant now) {
      return lease != null && now.isBefore(lease.until());
    }

    boolean isHeldBy(String worker) {
      return lease != null && lease.owner().equals(worker);
    }

    Instant lookedAfterAt() {
      return lease != null ? lease.until() : execution.wakeAt();
    }
  }

  @Override
  public synchronized Creation create(Execution execution) {
    return entries.putIfAbsent(execution.id(), new Entry(execution, null)) == null
        ? Creation.CREATED
        : Creation.ALREADY_EXISTS;
  }

  @Override
  public synchronized Creation createCarrying(Execution execution, Delivery delivery) {
    var creation = create(execution);
    if (creation == Creation.CREATED) {
      carried.add(delivery);
    }
    return creation;
  }

  @Override
  public synchronized Claim claim(ExecutionId id, String worker, Instant now, Instant until) {
    var entry = entries.get(id);
    if (entry == null) {
      return new Claim.Gone();
    }
    if (entry.execution().state().isFinal()) {
      return new Claim.Ended(entry.execution());
    }
    if (entry.lease() != null && entry.isHeldAt(now)) {
      return new Claim.Held(entry.lease().until());
    }
    var running = entry.execution().running();
    entries.put(id, new Entry(running, new Lease(worker, until)));
    return new Claim.Claimed(running);
  }

  @Override
  public synchronized Recorded record(Execution execution, String worker, Instant until) {
    var entry = entries.get(execution.id());
    if (entry == null || !entry.isHeldBy(worker)) {
      return new Recorded.Lost();
    }
    var told = entry.execution().progress().signals();
    if (!execution.state().isFinal() && told.size() > execution.progress().signals().size()) {
      return new Recorded.Told(told);
    }
    var lease = execution.state() == ExecutionState.RUNNING ? new Lease(worker, until) : null;
    entries.put(execution.id(), new Entry(execution, lease));
    return new Recorded.Stored();
  }

  @Override
  public synchronized boolean signal(ExecutionId id, Signal signal) {
    var entry = entries.get(id);
    if (entry == null || entry.execution().state().isFinal()) {
      return false;
    }
    entries.put(id, new Entry(entry.execution().hearing(List.of(signal)), entry.lease()));
    return true;
  }

  @Override
  public synchronized List<Signal> signals(ExecutionId id) {
    var entry = entries.get(id);
    return entry == null ? List.of() : entry.execution().progress().signals();
  }

  @Override
  public synchronized Optional<Execution> find(ExecutionId id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::execution);
  }

  @Override
  public synchronized Slice<Execution> list(Which which, Part part) {
    var some = executions().filter(execution -> isOf(which, execution));
    return Slices.of(some, Execution::createdAt, execution -> execution.id().value(), part);
  }

  private static boolean isOf(Which which, Execution execution) {
    return switch (which) {
      case Which.Any any -> true;
      case Which.Of(var workflow) -> execution.workflow().id().equals(workflow);
      case Which.About(var subject) -> execution.subject().equals(subject);
      case Which.In(var repository) -> execution.subject().repository().equals(repository);
      case Which.That(var state) -> execution.state() == state;
    };
  }

  @Override
  public synchronized List<Execution> overdue(Instant before, int limit) {
    return entries.values().stream()
        .filter(e -> !e.execution().state().isFinal() && !e.lookedAfterAt().isAfter(before))
        .sorted(Comparator.comparing(Entry::lookedAfterAt))
        .map(Entry::execution)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized int countSince(
      Instant since, WorkflowId workflow, Subject subject, int atMost) {
    return (int)
        executions()
            .filter(e -> e.workflow().id().equals(workflow) && e.subject().equals(subject))
            .filter(e -> !e.createdAt().isBefore(since))
            .limit(atMost)
            .count();
  }

  @Override
  public synchronized List<Execution> awaitedOn(Subject subject) {
    return executions()
        .filter(e -> e.subject().equals(subject) && e.awaitsApproval())
        .sorted(Comparator.comparing(Execution::createdAt))
        .toList();
  }

  @Override
  public synchronized List<Execution> notAudited(Instant until, int limit) {
    return executions()
        .filter(execution -> !audited.contains(execution.id()))
        .filter(execution -> !endOf(execution).isAfter(until))
        .sorted(Comparator.comparing(InMemoryExecutionStore::endOf))
        .limit(limit)
        .toList();
  }

  private static Instant endOf(Execution execution) {
    return Optional.ofNullable(execution.progress().finishedAt()).orElse(Instant.MAX);
  }

  @Override
  public synchronized void audited(ExecutionId id) {
    audited.add(id);
  }

  public synchronized List<Delivery> carriedDeliveries() {
    return List.copyOf(carried);
  }

  private Stream<Execution> executions() {
    return entries.values().stream().map(Entry::execution);
  }
}
