package dev.bellwether.domain.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What people call a workflow and how they find it.
///
/// @param name one line
/// @param description as long as it takes; empty where there is none
/// @param tags to group workflows by
/// @param owner who answers for it: a person or a team; null where nobody is named
public record About(String name, String description, List<String> tags, @Nullable String owner) {
  public About {
    tags = List.copyOf(tags);
  }

  /// Just a name.
  public static About named(String name) {
    return new About(name, "", List.of(), null);
  }
}
