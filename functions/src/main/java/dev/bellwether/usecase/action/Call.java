package dev.bellwether.usecase.action;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.Signal;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One attempt at one step, as its action sees it.
///
/// @param step already begun, with this attempt counted
/// @param arguments the parameters, rendered and escaped
public record Call(Execution execution, Step step, Map<String, Object> arguments, Instant now) {

  /// Tells whether an earlier attempt may have had its effect.
  public boolean isRepeat() {
    return step.calls() > 1;
  }

  /// Reads a text argument.
  public Optional<String> text(String name) {
    return Optional.ofNullable(arguments.get(name)).map(String::valueOf);
  }

  /// Reads a text argument that saving the workflow made sure of.
  public String required(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalStateException("No argument " + name + " in a saved step"));
  }

  /// Reads a list of text, or one text as a list of one; nothing given is the empty list.
  public List<String> texts(String name) {
    return switch (arguments.get(name)) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      case Object one -> List.of(String.valueOf(one));
    };
  }

  /// Reads the texts that are still something once rendered: a missing fact leaves nothing.
  public List<String> filled(String name) {
    return texts(name).stream().map(String::strip).filter(t -> !t.isEmpty()).distinct().toList();
  }

  /// Reads the names of people or teams from several arguments, each once; `@` before one is
  /// dropped, and a fact that is a list, which renders as `a, b`, is taken apart.
  public List<String> names(String... arguments) {
    return Arrays.stream(arguments)
        .flatMap(argument -> texts(argument).stream())
        .flatMap(text -> Arrays.stream(text.split("[,\\s]+", -1)))
        .map(name -> name.startsWith("@") ? name.substring(1) : name)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  /// Names this step for good, in markers and dedup keys: the same for every attempt.
  public String key() {
    return execution.id().value() + "/" + step.action().id();
  }

  /// Tells when the first call of the step began.
  public Instant begunAt() {
    var begun = step.startedAt();
    return begun == null ? now : begun;
  }

  /// Goes through what people said to the step, the oldest first.
  public Stream<Signal> signals() {
    return execution.progress().signals().stream()
        .filter(signal -> step.action().id().equals(signal.step()));
  }

  /// Says what the execution is about.
  public Subject subject() {
    return execution.subject();
  }

  /// Says where people talk about the subject: itself when it is a pull request or an issue, and of
  /// a build, the pull request it was for. The subject itself where there is none.
  public Subject conversation() {
    return switch (subject().kind()) {
      case PR, ISSUE -> subject();
      default ->
          facts()
              .number("number")
              .map(number -> new Subject(SubjectKind.PR, subject().repository(), "" + number))
              .orElse(subject());
    };
  }

  /// Says what was known when it was decided.
  public Facts facts() {
    return execution.facts();
  }
}
