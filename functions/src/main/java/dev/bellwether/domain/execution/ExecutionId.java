package dev.bellwether.domain.execution;

import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// Identifies one execution by what caused it, so that the same cause makes the same execution.
public record ExecutionId(String value) {
  public ExecutionId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("An execution id is not blank");
    }
  }

  /// Derives the id: a redelivered webhook, a doubled message or a racing function gets the same.
  ///
  /// @param cause the delivery id, or what names the instant of a trigger that is not a webhook
  public static ExecutionId of(String cause, WorkflowId workflow, int version, Subject subject) {
    var identity =
        String.join(
            "\n",
            cause,
            workflow.value(),
            String.valueOf(version),
            subject.repository(),
            subject.text());
    return new ExecutionId(
        UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString());
  }

  @Override
  public String toString() {
    return value;
  }
}
