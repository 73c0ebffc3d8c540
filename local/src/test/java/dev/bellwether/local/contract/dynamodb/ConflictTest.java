package dev.bellwether.local.contract.dynamodb;

import static dev.bellwether.testing.Given.NOW;
import static dev.bellwether.testing.Given.aWorkflow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.adapter.dynamodb.DynamoWorkflowStore;
import dev.bellwether.testing.SettableTime;
import dev.bellwether.usecase.port.WorkflowStore.Saved;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Saves at the same time meet at the stamp; DynamoDB then cancels all but one. The embedded engine
/// never does, so the client does here.
class ConflictTest {
  @Test
  void a_save_that_meets_others_is_tried_again() {
    var store = storeMeetingOthers(2);

    var saved = store.save(aWorkflow("a"));

    assertEquals(new Saved.Stored(aWorkflow("a").withVersion(1)), saved);
    assertInstanceOf(Saved.Conflict.class, store.save(aWorkflow("a")));
  }

  @Test
  void a_save_that_meets_others_all_the_time_gives_up_and_says_so() {
    var store = storeMeetingOthers(Integer.MAX_VALUE);

    assertThrows(TransactionCanceledException.class, () -> store.save(aWorkflow("a")));

    assertEquals(List.of(), store.all());
  }

  private static DynamoWorkflowStore storeMeetingOthers(int times) {
    var time = new SettableTime(NOW);
    return new DynamoWorkflowStore(
        DynamoDbUnderTest.table("WorkflowsTable", time, new Others(new AtomicInteger(times))));
  }

  private record Others(AtomicInteger left) implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
      if (context.request() instanceof TransactWriteItemsRequest && left.getAndDecrement() > 0) {
        throw TransactionCanceledException.builder()
            .message("Transaction cancelled")
            .cancellationReasons(reason("None"), reason("None"), reason("TransactionConflict"))
            .build();
      }
    }

    private static CancellationReason reason(String code) {
      return CancellationReason.builder().code(code).build();
    }
  }
}
