package dev.bellwether.domain.workflow;

import java.util.List;

/// Narrows a trigger to some of its events; an empty list lets all pass.
///
/// @param repositories globs over `owner/name`
/// @param branches globs over the branch the event is about: of a pull request, the one it is to be
///   merged into
/// @param paths globs over the paths touched; one that matches is enough
/// @param labels names, of which the subject has one; of a label event, the label it is about
/// @param sources names of inbound webhooks, for the trigger `webhook`
public record TriggerFilter(
    List<String> repositories,
    List<String> branches,
    List<String> paths,
    List<String> labels,
    List<String> sources) {

  /// Lets everything pass.
  public static final TriggerFilter NONE =
      new TriggerFilter(List.of(), List.of(), List.of(), List.of(), List.of());

  public TriggerFilter {
    repositories = List.copyOf(repositories);
    branches = List.copyOf(branches);
    paths = List.copyOf(paths);
    labels = List.copyOf(labels);
    sources = List.copyOf(sources);
  }
}
