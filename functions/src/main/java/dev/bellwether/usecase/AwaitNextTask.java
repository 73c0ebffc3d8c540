package dev.bellwether.usecase;

import dev.bellwether.domain.agent.AgentTask;
import dev.bellwether.usecase.port.Pause;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Takes up an agent's next task, and where there is none waits for one.
public final class AwaitNextTask {
  /// The longest that anybody waits: shorter than a request may take.
  public static final Duration LONGEST = Duration.ofSeconds(20);

  /// How long until it is looked again.
  static final Duration BETWEEN = Duration.ofSeconds(2);

  private final TakeNextTask takeNextTask;
  private final Pause pause;
  private final InstantSource clock;

  /// Works on these.
  public AwaitNextTask(TakeNextTask takeNextTask, Pause pause, InstantSource clock) {
    this.takeNextTask = takeNextTask;
    this.pause = pause;
    this.clock = clock;
  }

  /// Takes up a task as soon as there is one.
  ///
  /// @param wait how long to look for one; at most [#LONGEST]
  /// @return nothing when there was none in that time
  public Optional<AgentTask> of(TakeNextTask.Asking agent, Duration wait) {
    var end = clock.instant().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    while (true) {
      var now = clock.instant();
      var taken = takeNextTask.of(agent, now);
      if (taken.isPresent() || now.plus(BETWEEN).isAfter(end)) {
        return taken;
      }
      pause.of(BETWEEN);
    }
  }
}
