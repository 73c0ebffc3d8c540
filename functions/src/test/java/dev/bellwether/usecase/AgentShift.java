package dev.bellwether.usecase;

import dev.bellwether.domain.agent.Agent.Sign;
import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.domain.agent.AgentTask.Change;
import dev.bellwether.domain.agent.AgentTask.State;
import dev.bellwether.domain.agent.Patience;
import dev.bellwether.testing.GivenAgents;
import dev.bellwether.usecase.ReportOnTask.Holder;
import dev.bellwether.usecase.ReportOnTask.Report;
import dev.bellwether.usecase.TakeNextTask.Asking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/// Agents at work on a heap of tasks, in virtual time, drawn by a seed: some die, some go silent
/// and come back to what they held, some only push and send no heartbeat; each has its own speed.
final class AgentShift {
  static final Instant BEGIN = Instant.parse("2026-11-25T00:00:00Z");
  private static final Duration LENGTH = Duration.ofDays(10);

  /// What befalls agents.
  enum Fate {
    NONE,
    TROUBLED
  }

  /// A worker in the simulation.
  ///
  /// @param diesAt never comes back from then
  /// @param silentFrom says nothing for a while from then
  record Worker(
      String name,
      double speed,
      boolean pushesOnly,
      Instant diesAt,
      Instant silentFrom,
      Instant silentTo) {
    boolean isDeadAt(Instant at) {
      return !at.isBefore(diesAt);
    }

    boolean isSilentAt(Instant at) {
      return isDeadAt(at) || (!at.isBefore(silentFrom) && at.isBefore(silentTo));
    }
  }

  private record Turn(Instant at, long order, Runnable deed) {}

  final AgentWorld world;
  final List<Worker> workers = new ArrayList<>();
  final Map<String, Integer> accepted = new HashMap<>();
  final Map<String, Double> work = new HashMap<>();
  final Map<String, Integer> mostMoves = new HashMap<>();
  final Map<String, Instant> stalledFoundAt = new HashMap<>();
  int staleRefused;
  Instant lastDone = BEGIN;

  private final Random random;
  private final LaggingTaskStore tasks;
  private final PriorityQueue<Turn> turns =
      new PriorityQueue<>(Comparator.comparing(Turn::at).thenComparingLong(Turn::order));
  private Instant now = BEGIN;
  private long order;

  AgentShift(long seed, int agents, int tasks, Fate fate) {
    this.random = new Random(seed);
    this.tasks = new LaggingTaskStore(() -> now);
    this.world = new AgentWorld(this.tasks);
    for (int i = 0; i < tasks; i++) {
      var task = AgentTask.of("t-%04d".formatted(i), GivenAgents.aBrief("Task " + i), BEGIN);
      world.tasks.save(task);
      work.put(task.id(), 300 + random.nextDouble() * 900);
    }
    for (int i = 0; i < agents; i++) {
      var worker = worker(i, fate);
      workers.add(worker);
      turn(BEGIN.plusMillis(random.nextInt(20_000)), () -> ask(worker));
      turn(BEGIN.plusMillis(random.nextInt(60_000)), () -> live(worker));
    }
    turn(BEGIN.plusSeconds(60), this::sweep);
  }

  AgentShift run() {
    for (var next = turns.poll(); next != null && !isOver(); next = turns.poll()) {
      now = next.at();
      next.deed().run();
    }
    return this;
  }

  /// The least time that all work takes, spread over all agents without a rest.
  Duration lowerBound() {
    var all = work.values().stream().mapToDouble(seconds -> seconds).sum();
    var speed = workers.stream().mapToDouble(Worker::speed).sum();
    return Duration.ofMillis((long) (1000 * all / speed));
  }

  private boolean isOver() {
    return accepted.size() == work.size() || now.isAfter(BEGIN.plus(LENGTH));
  }

  private Worker worker(int number, Fate fate) {
    var isTroubled = fate == Fate.TROUBLED;
    var dies = isTroubled && number % 10 == 3;
    var silent = isTroubled && number % 10 < 3;
    var silentFrom = BEGIN.plusSeconds(600 + random.nextInt(7200));
    return new Worker(
        "agent-%02d".formatted(number),
        0.5 + random.nextDouble() * 1.5,
        number % 2 == 1,
        dies ? BEGIN.plusSeconds(600 + random.nextInt(10_000)) : Instant.MAX,
        silent ? silentFrom : Instant.MAX,
        silent ? silentFrom.plusSeconds(2400 + random.nextInt(4800)) : Instant.MAX);
  }

  /// Asks for work; without any, again a little later.
  private void ask(Worker worker) {
    if (worker.isDeadAt(now)) {
      return;
    }
    if (worker.isSilentAt(now)) {
      turn(worker.silentTo(), () -> ask(worker));
      return;
    }
    world
        .takeNextTask
        .of(new Asking(worker.name(), "coder", repository -> true), now)
        .ifPresentOrElse(
            task -> {
              var seconds = work.getOrDefault(task.id(), 0.0) / worker.speed();
              turn(now.plusMillis((long) (seconds * 1000)), () -> finish(worker, task));
            },
            () -> turn(now.plusSeconds(20), () -> ask(worker)));
  }

  /// Reports what it has done, under the fence it was given, however much later.
  private void finish(Worker worker, AgentTask task) {
    if (worker.isDeadAt(now)) {
      return;
    }
    if (worker.isSilentAt(now)) {
      turn(worker.silentTo(), () -> finish(worker, task));
      return;
    }
    var holder = new Holder(worker.name(), task.fence());
    var report = new Report(State.DONE, "", Map.of("by", worker.name()));
    var before = world.task(task.id()).state();
    switch (world.reportOnTask.of(task.id(), holder, report, now).orElseThrow()) {
      case Change.Made(var done) when before != State.DONE -> {
        accepted.merge(done.id(), 1, Integer::sum);
        lastDone = now;
      }
      case Change.Made again -> throw new AssertionError("Accepted twice: " + again.task());
      case Change.Refused refused -> staleRefused++;
    }
    ask(worker);
  }

  /// Shows that it lives: by a heartbeat each minute, or by a push every few minutes.
  private void live(Worker worker) {
    if (worker.isDeadAt(now)) {
      return;
    }
    if (!worker.isSilentAt(now)) {
      var sign = worker.pushesOnly() ? Sign.ACTIVITY : Sign.HEARTBEAT;
      world.noteSignOfLife.of(worker.name(), "coder", sign, now);
    }
    var pause = worker.pushesOnly() ? 300 + random.nextInt(900) : 60;
    turn(now.plusSeconds(pause), () -> live(worker));
  }

  private void sweep() {
    var found = world.checkAgents.at(now);
    found.stalled().forEach(agent -> stalledFoundAt.put(agent, now));
    for (var task : world.tasks.held(10_000)) {
      mostMoves.merge(task.id(), task.moves(), Math::max);
      missedAt(task);
    }
    turn(now.plusSeconds(60), this::sweep);
  }

  /// Nobody may hold a task and be quiet for longer than is allowed, and a minute.
  private void missedAt(AgentTask task) {
    var holder = task.ifLeased().orElseThrow().holder();
    var quiet = world.agents.find(holder).orElseThrow().quietSince();
    var limit = quiet.plus(Patience.STANDARD.stalledAfter()).plusSeconds(60);
    if (task.moves() < AgentTask.MOST_MOVES && now.isAfter(limit)) {
      throw new AssertionError("%s is quiet since %s and not found".formatted(holder, quiet));
    }
  }

  private void turn(Instant at, Runnable deed) {
    turns.add(new Turn(at, order++, deed));
  }
}
