package dev.bellwether.domain.sla;

import dev.bellwether.domain.workflow.Subject;

/// Names a clock: one promise about one subject.
public record ClockId(Metric metric, Subject subject) {
  private static final String SEPARATOR = "|";

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException when the text is not `metric|repository|kind#key`
  public static ClockId parse(String text) {
    var parts = text.split("\\|", 3);
    var metric = Metric.named(parts[0]).orElse(null);
    if (metric == null || parts.length < 3) {
      throw new IllegalArgumentException(
          "A clock id reads metric|repository|kind#key, not '%s'".formatted(text));
    }
    return new ClockId(metric, Subject.parse(parts[1], parts[2]));
  }

  /// Writes the id: `build_time|octo/hello|build#7001.1`.
  public String text() {
    return String.join(SEPARATOR, metric.wireName(), subject.repository(), subject.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
