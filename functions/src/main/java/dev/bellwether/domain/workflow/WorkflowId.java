package dev.bellwether.domain.workflow;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Names a workflow for good: a slug of 1 to 63 lower-case letters, digits and inner hyphens.
public record WorkflowId(String value) {
  /// What an id looks like.
  public static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  public WorkflowId {
    if (!SLUG.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A workflow id is 1 to 63 lower-case letters, digits and inner hyphens, not '%s'"
              .formatted(value));
    }
  }

  /// Tells whether a text could be an id.
  public static boolean isValid(String text) {
    return SLUG.matcher(text).matches();
  }

  /// Makes an id of a name: `PR Review Automation` becomes `pr-review-automation`.
  ///
  /// @return nothing when the name holds no letter or digit to make one of
  public static Optional<WorkflowId> fromName(String name) {
    var slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var cut = slug.substring(0, Math.min(slug.length(), 63)).replaceAll("^-+|-+$", "");
    return cut.isEmpty() ? Optional.empty() : Optional.of(new WorkflowId(cut));
  }

  @Override
  public String toString() {
    return value;
  }
}
