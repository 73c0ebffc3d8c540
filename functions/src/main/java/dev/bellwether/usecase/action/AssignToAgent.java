package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.INTEGER;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.agent.Brief;
import dev.bellwether.domain.agent.Brief.Trust;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.AgentDesk;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Makes a task and gives it to the agent that suits it best. One task for each step: the step
/// again finds the one that it made.
///
/// What the text is filled in with may be anybody's words, so it is marked as untrusted.
public final class AssignToAgent implements Action {
  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "assign_task",
          "Makes a task and gives it to the agent that suits it best.",
          Repeat.SAFE,
          List.of(
              required("title", TEXT, "what is to be done, in one line"),
              optional("text", TEXT, "the same at length; untrusted to the agent"),
              optional("skills", TEXTS, "what the agent must be able to do"),
              optional("paths", TEXTS, "files it is about: who owns them comes first"),
              optional("branch", TEXT, "where the work goes"),
              optional("weight", INTEGER, "how much work it is, 1 to 100; 1 when left out")));

  private final Supplier<AgentDesk> desk;

  /// Gives tasks by this, which is asked for at each call.
  public AssignToAgent(Supplier<AgentDesk> desk) {
    this.desk = desk;
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var repository = call.subject().repository();
    var title = call.text("title").orElse("").strip();
    if (repository.equals(Subject.NO_REPOSITORY) || title.isEmpty()) {
      return Outcome.failedForGood(
          "A task has a title and a repository, and one of them is not known");
    }
    var id = UUID.nameUUIDFromBytes(call.key().getBytes(StandardCharsets.UTF_8)).toString();
    var given = desk.get().give(id, brief(call, title, repository), call.now());
    var result = new LinkedHashMap<String, Object>();
    result.put("task_id", id);
    given.agent().ifPresent(agent -> result.put("agent", agent));
    result.put("because", given.because());
    return new Outcome.Done(result);
  }

  private static Brief brief(Call call, String title, String repository) {
    return new Brief(
        title,
        call.text("text").orElse(""),
        Trust.UNTRUSTED,
        repository,
        pullRequest(call),
        call.text("branch").map(String::strip).filter(b -> !b.isEmpty()).orElse(null),
        call.filled("skills"),
        call.filled("paths"),
        weight(call));
  }

  private static int weight(Call call) {
    var weight = call.text("weight").map(Integer::parseInt).orElse(1);
    return Math.clamp(weight, 1, Brief.MOST_WEIGHT);
  }

  static @Nullable Integer pullRequest(Call call) {
    var subject = call.conversation();
    return Optional.of(subject)
        .filter(s -> s.kind() == SubjectKind.PR && s.key().matches("\\d{1,9}"))
        .map(s -> Integer.valueOf(s.key()))
        .orElse(null);
  }
}
