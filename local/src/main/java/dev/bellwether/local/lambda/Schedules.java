package dev.bellwether.local.lambda;

import dev.bellwether.local.template.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/// Calls functions by the clock. A rate counts from the start, as EventBridge counts it from the
/// rule's creation.
public final class Schedules implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final BiConsumer<String, String> call;
  private final Log log;
  private final List<Entry> entries = new ArrayList<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("schedules").factory());

  private static final class Entry {
    private final Schedule schedule;
    private final Expression expression;
    private Instant due;

    private Entry(Schedule schedule, Instant now) {
      this.schedule = schedule;
      this.expression = Expression.parse(schedule.expression(), schedule.zone());
      this.due = expression.after(now);
    }
  }

  /// Reads the expressions.
  ///
  /// @param call takes a function's id and an event
  /// @throws IllegalArgumentException when an expression is none, naming it
  public Schedules(
      List<Schedule> schedules, InstantSource clock, BiConsumer<String, String> call, Log log) {
    this.clock = clock;
    this.call = call;
    this.log = log;
    schedules.forEach(schedule -> entries.add(new Entry(schedule, clock.instant())));
  }

  /// Calls all once, to recover what a stopped process left behind, and from then on when they are
  /// due.
  public void start() {
    entries.forEach(entry -> call(entry.schedule, clock.instant()));
    var _ =
        timer.scheduleWithFixedDelay(
            this::tickOrSay, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A timer whose task throws once never runs it again.
  private void tickOrSay() {
    try {
      tick();
    } catch (RuntimeException e) {
      log.notable("A schedule could not call its function: " + e);
    }
  }

  /// Calls those that are due; each at most once, however late.
  public synchronized void tick() {
    var now = clock.instant();
    for (Entry entry : entries) {
      if (!entry.due.isAfter(now)) {
        call(entry.schedule, entry.due);
        entry.due = entry.expression.after(now);
      }
    }
  }

  /// What a schedule would call its function with now.
  public String event(Schedule schedule) {
    return ScheduledEvents.event(schedule, clock.instant());
  }

  private void call(Schedule schedule, Instant at) {
    call.accept(schedule.function(), ScheduledEvents.event(schedule, at));
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
