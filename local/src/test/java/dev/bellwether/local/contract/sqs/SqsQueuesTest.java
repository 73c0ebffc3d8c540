package dev.bellwether.local.contract.sqs;

import dev.bellwether.adapter.sqs.SqsExecutionQueue;
import dev.bellwether.adapter.sqs.SqsTimerQueue;
import dev.bellwether.contract.ExecutionQueueContract;
import dev.bellwether.contract.TimerQueueContract;
import dev.bellwether.usecase.port.ExecutionQueue;
import dev.bellwether.usecase.port.TimerQueue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

class SqsQueuesTest {
  @Nested
  class Executions implements ExecutionQueueContract {
    private final SqsUnderTest sqs = new SqsUnderTest();

    @Override
    public ExecutionQueue queue() {
      return new SqsExecutionQueue(() -> SqsUnderTest.CLIENT, sqs.url());
    }

    @Override
    public List<Map<String, Object>> arrived() {
      return sqs.arrived();
    }

    @Override
    public int held() {
      return sqs.held();
    }
  }

  @Nested
  class Timers implements TimerQueueContract {
    private final SqsUnderTest sqs = new SqsUnderTest();

    @Override
    public TimerQueue queue() {
      return new SqsTimerQueue(() -> SqsUnderTest.CLIENT, sqs.url());
    }

    @Override
    public List<Map<String, Object>> arrived() {
      return sqs.arrived();
    }

    @Override
    public int held() {
      return sqs.held();
    }
  }
}
