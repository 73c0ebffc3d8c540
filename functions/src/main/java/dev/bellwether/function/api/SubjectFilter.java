package dev.bellwether.function.api;

import dev.bellwether.domain.workflow.Subject;
import java.util.Optional;
import java.util.Set;

/// What a request asks of a list of what is about things in repositories: `repository`, and of that
/// `subject`.
sealed interface SubjectFilter {
  String REPOSITORY = "repository";
  String SUBJECT = "subject";
  Set<String> PARAMETERS = Set.of(REPOSITORY, SUBJECT);

  /// Both can be read.
  record Asked(Optional<String> repository, Optional<Subject> subject) implements SubjectFilter {}

  /// They cannot, for this reason.
  record Wrong(String detail) implements SubjectFilter {}

  /// Reads what a request asks for.
  static SubjectFilter of(ApiRequest request) {
    var repository = Optional.ofNullable(request.query().get(REPOSITORY));
    var subject = Optional.ofNullable(request.query().get(SUBJECT));
    if (repository.filter(name -> name.isBlank() || name.length() > 256).isPresent()) {
      return new Wrong("repository must be owner/name");
    }
    if (repository.isEmpty() && subject.isPresent()) {
      return new Wrong("subject needs repository, too: pr#42 of owner/name");
    }
    try {
      return new Asked(
          repository, subject.map(text -> Subject.parse(repository.orElseThrow(), text)));
    } catch (IllegalArgumentException noSubject) {
      return new Wrong("subject must be such as pr#42, with # written %23 in a URL");
    }
  }
}
