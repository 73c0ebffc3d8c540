package dev.bellwether.contract;

import dev.bellwether.domain.sla.Violation;
import dev.bellwether.testing.RecordingExecutionQueue;
import dev.bellwether.testing.RecordingTimerQueue;
import dev.bellwether.testing.RecordingViolationEvents;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.TimerQueue;
import dev.bellwether.usecase.port.ViolationEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class RecordingPortsTest {
  @Nested
  class Executions implements ExecutionQueueContract {
    private final RecordingExecutionQueue queue = new RecordingExecutionQueue();

    @Override
    public ExecutionQueue queue() {
      return queue;
    }

    @Override
    public List<Map<String, Object>> arrived() {
      return queue.sent().stream()
          .filter(sent -> sent.delay().isZero())
          .map(sent -> sent.execution())
          .map(e -> message("execution_id", e.id().value(), "repository", e.subject().repository()))
          .toList();
    }

    @Override
    public int held() {
      return queue.sent().size() - arrived().size();
    }
  }

  @Nested
  class Timers implements TimerQueueContract {
    private final RecordingTimerQueue queue = new RecordingTimerQueue();

    @Override
    public TimerQueue queue() {
      return queue;
    }

    @Override
    public List<Map<String, Object>> arrived() {
      return queue.timers().stream()
          .filter(timer -> timer.delay().equals(Duration.ZERO))
          .map(t -> message("clock_id", t.clock().text(), "level", t.level().number()))
          .toList();
    }

    @Override
    public int held() {
      return queue.timers().size() - arrived().size();
    }
  }

  @Nested
  class Violations implements ViolationEventsContract {
    private final RecordingViolationEvents events = new RecordingViolationEvents();

    @Override
    public ViolationEvents events() {
      return events;
    }

    @Override
    public List<Violation> heard() {
      return events.published();
    }
  }

  private static Map<String, Object> message(String key, Object value, String key2, Object value2) {
    return Map.of(key, value, key2, value2);
  }
}
