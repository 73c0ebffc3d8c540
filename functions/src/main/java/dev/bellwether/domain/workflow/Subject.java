package dev.bellwether.domain.workflow;

/// Names the one thing an event, an execution or a clock is about, within a repository: `pr#42`,
/// `build#7001.1` (run and attempt), `branch#main`.
///
/// @param repository `owner/name`; `-` for what belongs to no repository
/// @param key what tells this subject from others of its kind in the repository
public record Subject(SubjectKind kind, String repository, String key) {
  /// What belongs to no repository has this for one.
  public static final String NO_REPOSITORY = "-";

  /// Names a workflow as a subject: of what is about itself.
  public static Subject of(WorkflowId workflow) {
    return new Subject(SubjectKind.WORKFLOW, NO_REPOSITORY, workflow.value());
  }

  /// Reads the text form within a repository.
  ///
  /// @throws IllegalArgumentException when the text is not `kind#key`
  public static Subject parse(String repository, String text) {
    var hash = text.indexOf('#');
    var kind = hash < 1 ? null : SubjectKind.named(text.substring(0, hash)).orElse(null);
    if (kind == null) {
      throw new IllegalArgumentException("A subject reads kind#key, not '%s'".formatted(text));
    }
    return new Subject(kind, repository, text.substring(hash + 1));
  }

  /// Writes the subject without its repository: `pr#42`.
  public String text() {
    return kind.wireName() + "#" + key;
  }

  @Override
  public String toString() {
    return repository + " " + text();
  }
}
