package dev.bellwether.local.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Tells of every call that any AWS client in this process has made, such as `PutItem`; except the
/// waiting for messages, which goes on all the time.
///
/// Registered for all clients by a file in the test resources, so the functions are observed as
/// they are.
public final class SdkCalls implements ExecutionInterceptor {
  private static final List<Consumer<String>> LISTENERS = new CopyOnWriteArrayList<>();

  /// Adds a listener; it is called on the thread that made the call, before its code goes on.
  ///
  /// @return what takes the listener away again
  public static Runnable listen(Consumer<String> listener) {
    LISTENERS.add(listener);
    return () -> LISTENERS.remove(listener);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    if (!operation.equals("ReceiveMessage")) {
      LISTENERS.forEach(listener -> listener.accept(operation));
    }
  }
}
