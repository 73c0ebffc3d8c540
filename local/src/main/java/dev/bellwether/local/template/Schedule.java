package dev.bellwether.local.template;

import java.util.Optional;

/// A function that is called by the clock.
///
/// @param id unique in the template: the function's id and the event's name
/// @param source which of AWS's two schedulers calls
/// @param expression `rate(5 minutes)` or `cron(...)`
/// @param zone the time zone of a cron expression
/// @param input what the function is called with instead of the scheduler's own event
/// @param function the logical id of the function
public record Schedule(
    String id,
    Source source,
    String expression,
    String zone,
    Optional<String> input,
    String function) {

  /// Which of AWS's two schedulers calls.
  public enum Source {
    /// A rule of EventBridge: SAM's `Schedule`.
    RULE,
    /// EventBridge Scheduler: SAM's `ScheduleV2`.
    SCHEDULER
  }

  static Schedule from(String function, String event, Source source, Section section) {
    section.ignore(
        "Name",
        "Description",
        "RetryPolicy",
        "DeadLetterConfig",
        "FlexibleTimeWindow",
        "RoleArn",
        "PermissionsBoundary",
        "OmitName");
    return new Schedule(
        function + event,
        source,
        section.text(source == Source.RULE ? "Schedule" : "ScheduleExpression"),
        section.optional("ScheduleExpressionTimezone").orElse("UTC"),
        section.optional("Input"),
        function);
  }
}
