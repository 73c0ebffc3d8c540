package dev.bellwether.local.contract.dynamodb;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/// Counts the requests a client sends, by operation, retries included.
final class CountedRequests implements ExecutionInterceptor {
  private final Map<String, Integer> sent = new TreeMap<>();

  @Override
  public synchronized void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    sent.merge(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), 1, Integer::sum);
  }

  /// Counts what was sent since the last time it was asked.
  synchronized Map<String, Integer> take() {
    var taken = Map.copyOf(sent);
    sent.clear();
    return taken;
  }
}
