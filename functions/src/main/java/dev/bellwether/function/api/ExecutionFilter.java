package dev.bellwether.function.api;

import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionState;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.usecase.port.ExecutionReader.Which;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What a request asks of a list of executions: `workflow`, `repository` with or without `subject`,
/// `state`. The list is read by what narrows it most, and the rest looked at one by one.
sealed interface ExecutionFilter {
  String WORKFLOW = "workflow";
  String STATE = "state";
  Set<String> PARAMETERS = Set.of(WORKFLOW, STATE, SubjectFilter.REPOSITORY, SubjectFilter.SUBJECT);

  /// All of it can be read.
  ///
  /// @param which the list to read
  /// @param isWanted of that list
  record Asked(Which which, Predicate<Execution> isWanted) implements ExecutionFilter {}

  /// It cannot, for this reason.
  record Wrong(String detail) implements ExecutionFilter {}

  /// Reads what a request asks for.
  static ExecutionFilter of(ApiRequest request) {
    var workflow = Optional.ofNullable(request.query().get(WORKFLOW));
    var named = Optional.ofNullable(request.query().get(STATE));
    var state = named.flatMap(ExecutionFilter::state);
    if (workflow.filter(id -> !WorkflowId.isValid(id)).isPresent()) {
      return new Wrong("workflow must be the id of one");
    }
    if (named.isPresent() && state.isEmpty()) {
      var states = new TreeSet<String>();
      Arrays.stream(ExecutionState.values()).map(ExecutionFilter::name).forEach(states::add);
      return new Wrong("state must be one of " + String.join(", ", states));
    }
    return switch (SubjectFilter.of(request)) {
      case SubjectFilter.Wrong(var detail) -> new Wrong(detail);
      case SubjectFilter.Asked(var repository, var subject) ->
          asked(workflow.map(WorkflowId::new), state, repository, subject);
    };
  }

  private static Asked asked(
      Optional<WorkflowId> workflow,
      Optional<ExecutionState> state,
      Optional<String> repository,
      Optional<Subject> subject) {
    var which =
        subject
            .<Which>map(Which.About::new)
            .or(() -> workflow.map(Which.Of::new))
            .or(() -> state.filter(Which.That.LISTED::contains).map(Which.That::new))
            .or(() -> repository.map(Which.In::new))
            .orElseGet(Which.Any::new);
    return new Asked(
        which,
        one ->
            workflow.filter(id -> !id.equals(one.workflow().id())).isEmpty()
                && state.filter(s -> s != one.state()).isEmpty()
                && repository.filter(r -> !r.equals(one.subject().repository())).isEmpty());
  }

  private static Optional<ExecutionState> state(String named) {
    return Arrays.stream(ExecutionState.values()).filter(s -> name(s).equals(named)).findFirst();
  }

  private static String name(ExecutionState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
