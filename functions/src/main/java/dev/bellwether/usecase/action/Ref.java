package dev.bellwether.usecase.action;

import dev.bellwether.domain.execution.Outcome;
import java.util.Optional;
import java.util.function.Function;

/// Finds the branch, tag or commit that a call is about.
final class Ref {
  private Ref() {}

  /// Reads a parameter, or a fact where it was left out; nothing where what it is filled from is
  /// empty.
  static Optional<String> of(Call call, String parameter, String fact) {
    return call.text(parameter)
        .or(() -> call.facts().text(fact))
        .map(String::strip)
        .filter(ref -> !ref.isEmpty());
  }

  /// Does something to the head that was judged, the fact `head_sha`.
  static Outcome judged(Call call, Function<String, Outcome> deed) {
    return call.facts()
        .text("head_sha")
        .map(deed)
        .orElseGet(
            () ->
                Outcome.failedForGood(
                    "bad_subject",
                    "It is not known which head of %s was judged".formatted(call.subject())));
  }

  /// Tells whether the subject's head is in another repository, where a branch of the same name is
  /// another branch.
  static boolean isInFork(Call call) {
    return call.facts()
        .text("head_repository")
        .filter(repository -> !repository.equalsIgnoreCase(call.subject().repository()))
        .isPresent();
  }
}
