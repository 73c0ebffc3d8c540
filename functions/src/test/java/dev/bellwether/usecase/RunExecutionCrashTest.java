package dev.bellwether.usecase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.ActionSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The process dies after each single thing it does; the message comes back, another worker goes
/// on.
class RunExecutionCrashTest {
  private static final ActionSpec[] STEPS = {
    step("safe-1", "safe"),
    step("careful-1", "careful"),
    step("careful-2", "careful"),
    step("flaky", "flaky"),
    step("safe-2", "safe"),
    step("careful-3", "careful")
  };

  @TestFactory
  List<DynamicTest> nothing_is_done_twice_and_nothing_lost_whenever_a_worker_dies() {
    var undisturbed = new Life(-1).lived();
    return IntStream.rangeClosed(1, undisturbed.stage.journal.size())
        .mapToObj(
            line ->
                DynamicTest.dynamicTest(
                    line + " after " + undisturbed.stage.journal.get(line - 1),
                    () -> {
                      var life = new Life(line).lived();
                      assertEquals(1, life.deaths);
                      life.isRight();
                    }))
        .toList();
  }

  @Test
  void an_undisturbed_life_is_right_and_does_each_step_once() {
    var life = new Life(-1).lived();

    life.isRight();
    assertEquals(0, life.deaths);
    assertEquals(
        List.of(
            "claim",
            "call safe",
            "record RUNNING",
            "effect careful",
            "record RUNNING",
            "effect careful",
            "record RUNNING",
            "record WAITING",
            "enqueue 3000 ms",
            "claim",
            "call safe",
            "record RUNNING",
            "effect careful",
            "record SUCCEEDED"),
        life.stage.journal);
  }

  private static ActionSpec step(String id, String type) {
    return ActionSpec.of(id, type, Map.of());
  }

  private static final class Life {
    final Stage stage = new Stage();
    final Map<String, Integer> effects = new HashMap<>();
    final Execution execution = stage.stored(STEPS);
    int deaths;

    Life(int dieAfter) {
      stage.dieAfter(dieAfter);
    }

    /// Messages come until the execution has ended: after a wait the one sent for it, after a death
    /// the one that was not deleted.
    Life lived() {
      var run =
          stage.running(
              ScriptedAction.noting(stage, "safe", Repeat.SAFE),
              ScriptedAction.asking(stage, "careful", effects),
              ScriptedAction.failingFirst(1, "flaky"));
      for (int i = 0; i < 10 && !stage.now(execution).state().isFinal(); i++) {
        try {
          stage.run(run, execution);
          stage.now = stage.now(execution).wakeAt();
        } catch (Stage.Death death) {
          deaths++;
          stage.now = stage.now.plus(Duration.ofMinutes(3));
        }
      }
      return this;
    }

    void isRight() {
      var ended = stage.now(execution);
      assertEquals(ExecutionState.SUCCEEDED, ended.state());
      assertEquals(List.of(1, 1, 1), List.copyOf(effects.values()));
      var calls = stage.journal.stream().filter("call safe"::equals).count();
      assertTrue(calls >= 2 && calls <= 3, "safe steps called " + calls + " times");
    }
  }
}
