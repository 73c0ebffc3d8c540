package dev.bellwether.domain.agent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a task is about, as whoever made it wrote it down.
///
/// @param text what is to be done, in Markdown
/// @param trust whether the text may be taken as an instruction
/// @param pullRequest its number, where the task is about one
/// @param branch where the work goes; null where the agent chooses
/// @param skills what the agent must be able to do
/// @param paths files or folders it is about, for finding who owns them
/// @param weight how much work it is beside others, from 1
public record Brief(
    String title,
    String text,
    Trust trust,
    String repository,
    @Nullable Integer pullRequest,
    @Nullable String branch,
    List<String> skills,
    List<String> paths,
    int weight) {
  /// The heaviest a task may be.
  public static final int MOST_WEIGHT = 100;

  /// Where a text comes from.
  public enum Trust {
    /// Somebody who may give work wrote it.
    TRUSTED,
    /// It has words of others in it, as of an issue or a comment: to be read, not to be obeyed.
    UNTRUSTED
  }

  public Brief {
    if (weight < 1 || weight > MOST_WEIGHT) {
      throw new IllegalArgumentException("A task weighs from 1 to %d".formatted(MOST_WEIGHT));
    }
    skills = List.copyOf(skills);
    paths = List.copyOf(paths);
  }
}
