package dev.bellwether.usecase;

import dev.bellwether.domain.audit.Deed;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.Step;
import dev.bellwether.usecase.port.FinishedExecutions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// Writes down in the audit log what executions that have ended did: an entry for each action that
/// was begun, in the name of its workflow.
///
/// An action's own way is not held up by it, so the entries are there a few minutes later: the
/// sweep writes them. A sweep that is doubled, or dies, writes nothing twice and leaves nothing
/// out.
public final class AuditExecutions {
  /// What one sweep writes down; the rest is the next one's.
  static final int LIMIT = 1000;

  /// What is written of one action: all that are written at once fit a transaction of 4 MB.
  private static final int LONGEST = 10_000;

  /// What is written at once.
  private static final int MOST_DEEDS = 90;

  private final FinishedExecutions executions;
  private final AuditTrail trail;
  private final Function<Map<String, Object>, String> json;

  /// Works on these.
  ///
  /// @param json writes values down
  public AuditExecutions(
      FinishedExecutions executions, AuditTrail trail, Function<Map<String, Object>, String> json) {
    this.executions = executions;
    this.trail = trail;
    this.json = json;
  }

  /// Writes down what ended until now. One's failure keeps no other from its turn; the first is
  /// thrown at the end.
  ///
  /// @return how many executions are done with
  public int at(Instant now) {
    var finished = executions.notAudited(now, LIMIT);
    EachAlone.of(finished, execution -> audit(execution, now));
    return finished.size();
  }

  private void audit(Execution execution, Instant now) {
    var deeds = deeds(execution);
    for (int from = 0; from < deeds.size(); from += MOST_DEEDS) {
      var part = deeds.subList(from, Math.min(from + MOST_DEEDS, deeds.size()));
      trail.recordOnce(part, "execution/%s/%d".formatted(execution.id(), from), now);
    }
    executions.audited(execution.id());
  }

  private List<Deed> deeds(Execution execution) {
    return execution.steps().stream()
        .filter(step -> step.calls() > 0)
        .flatMap(step -> Stream.ofNullable(step.startedAt()).map(at -> deed(execution, step, at)))
        .toList();
  }

  private Deed deed(Execution execution, Step step, Instant at) {
    var workflow = execution.workflow();
    return new Deed(
        Objects.requireNonNullElse(step.finishedAt(), at),
        "workflow/%s@%d".formatted(workflow.id(), workflow.version()),
        workflow.name(),
        step.action().type(),
        execution.subject().toString(),
        null,
        fitting(step),
        execution.id().value());
  }

  /// Of what would not fit beside the others, only what it was and how it came out; the execution
  /// has the rest.
  private String fitting(Step step) {
    var after = new LinkedHashMap<String, Object>();
    after.put("step", step.action().id());
    after.put("state", step.state().name().toLowerCase(Locale.ROOT));
    var brief = json.apply(after);
    after.put("parameters", step.parameters());
    after.put("result", step.result());
    var whole = json.apply(after);
    return whole.length() <= LONGEST ? whole : brief;
  }
}
