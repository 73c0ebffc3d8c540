package dev.bellwether.domain.escalation;

import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.execution.Cause;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.execution.ExecutionId;
import dev.bellwether.domain.execution.StepState;
import dev.bellwether.domain.sla.ClockId;
import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Says what is done about a violation: which steps at which level, and what people read.
///
/// | level | who is told, and by what | what it leaves behind |
/// | --- | --- | --- |
/// | 1 warning | those responsible, by Slack | a pending status on the commit, where there is one |
/// | 2 escalation | leads and managers, by Slack and e-mail | an issue to track it |
/// | 3 critical | who is on call, by PagerDuty; senior management, by e-mail | |
///
/// A channel is a step of its own, and no step's failure keeps the next from its turn.
public final class Escalation {
  private static final int HIGHEST_PRIORITY = 10;
  private static final String NAME = "sla_violation";
  private static final String TELL = "send_notification";

  private final Violation violation;
  private final Wording wording;
  private final List<String> onCall;

  /// Is about a violation that is still open.
  ///
  /// @param onCall who is on call; where nobody is, the message of level 3 says so, and those told
  ///   beside them have to act
  public Escalation(Violation violation, List<String> onCall) {
    this.violation = violation;
    this.wording = new Wording(violation, onCall);
    this.onCall = List.copyOf(onCall);
  }

  /// What is done for one level, written down as a workflow.
  public record Steps(Level level, Workflow workflow) {}

  /// Writes down what is done: at the violation's level, and what levels that were passed over
  /// would have left behind, the lowest first. People are told once, by the level reached.
  public List<Steps> plan() {
    var level = violation.level();
    var told = channels().stream().map(this::tell);
    var own = new Steps(level, workflow(level, Stream.concat(told, newlyLeft(level)).toList()));
    var others = passed().map(p -> new Steps(p, workflow(p, left(p).toList())));
    return Stream.of(Stream.of(own), asked(), others)
        .flatMap(steps -> steps)
        .filter(steps -> !steps.workflow().plan().isEmpty())
        .toList();
  }

  /// Tells whether an execution of these steps was to tell people and reached nobody.
  public static boolean reachedNobody(Execution execution) {
    var telling =
        execution.steps().stream().filter(step -> step.action().type().equals(TELL)).toList();
    return execution.explanation() == null
        && !telling.isEmpty()
        && telling.stream().allMatch(step -> step.state() == StepState.FAILED);
  }

  /// Tells whether a level is reached now, or was passed over on the way, and not before.
  public boolean comesTo(Level level) {
    return level.number() > violation.previousLevel()
        && level.number() <= violation.level().number();
  }

  /// Names the execution that opens the issue which tracks it.
  ExecutionId tracker(Subject subject) {
    var level = workflow(Level.ESCALATION, List.of());
    return ExecutionId.of(cause(Level.ESCALATION).id(), level.id(), level.version(), subject);
  }

  /// Names what a level causes, for good: the same violation again has the same causes, and a level
  /// passed over the same as if it had been stopped at.
  public Cause cause(Level level) {
    var anew = violation.round() == 0 ? "" : "|again-" + violation.round();
    return Cause.of(
        "escalation:%s|%d%s".formatted(violation.clock().text(), level.number(), anew), NAME);
  }

  /// Makes the event that the steps and recovery workflows meet; beside the subject's facts it has
  /// `metric`, `level`, `previous_level`, `threshold_seconds`, `elapsed_seconds`, `violation_id`,
  /// `on_call` and `subject`.
  public Event event() {
    var subject = violation.clock().subject();
    var facts = new LinkedHashMap<>(violation.facts().values());
    facts.put("repository", subject.repository());
    facts.put("subject", subject.text());
    facts.put("metric", violation.clock().metric().wireName());
    facts.put("level", violation.level().number());
    facts.put("previous_level", violation.previousLevel());
    facts.put("threshold_seconds", violation.threshold().toSeconds());
    facts.put("elapsed_seconds", violation.elapsed().toSeconds());
    facts.put("violation_id", violation.id());
    facts.put("on_call", onCall);
    return new Event(
        NAME, Set.of(TriggerType.SLA_VIOLATION), subject, new Facts(facts), violation.detectedAt());
  }

  /// Names the commit status that a warning sets.
  static String context(ClockId clock) {
    return "bellwether/" + clock.metric().wireName().replace('_', '-');
  }

  private Stream<Level> passed() {
    return IntStream.range(violation.previousLevel() + 1, violation.level().number())
        .mapToObj(Level::numbered)
        .flatMap(level -> level.stream());
  }

  /// The level's usual channels, or those of them that were asked for.
  private List<String> channels() {
    return violation.channels().isEmpty()
        ? usual()
        : usual().stream().filter(violation.channels()::contains).toList();
  }

  /// Channels that were asked for beside the usual ones. Each is a workflow of its own, so it is
  /// told once, also where the clock has raised the level already.
  private Stream<Steps> asked() {
    var level = violation.level();
    return violation.channels().stream()
        .distinct()
        .filter(channel -> !usual().contains(channel))
        .map(channel -> new Steps(level, workflow(level, channel, List.of(tell(channel)))));
  }

  private List<String> usual() {
    return switch (violation.level()) {
      case WARNING -> List.of("slack");
      case ESCALATION -> List.of("slack", "email");
      case CRITICAL -> List.of("pagerduty", "email");
    };
  }

  private ActionSpec tell(String channel) {
    return Runbook.step(
        "notify-" + channel,
        TELL,
        Map.of(
            "channels",
            List.of(channel),
            "level",
            violation.level().number(),
            "title",
            wording.title(),
            "message",
            wording.message(),
            "alert_key",
            Runbook.alertKey(violation.clock())));
  }

  /// What is escalated anew leaves nothing twice.
  private Stream<ActionSpec> newlyLeft(Level level) {
    return comesTo(level) ? left(level) : Stream.empty();
  }

  private Stream<ActionSpec> left(Level level) {
    var steps = new ArrayList<ActionSpec>();
    if (level == Level.WARNING && violation.facts().text("head_sha").isPresent()) {
      steps.add(warningStatus());
    }
    if (level == Level.ESCALATION && violation.clock().subject().repository().contains("/")) {
      steps.add(trackingIssue());
    }
    return steps.stream();
  }

  private ActionSpec warningStatus() {
    return Runbook.step(
        "warning-status",
        "update_status",
        Map.of(
            "target",
            "commit_status",
            "state",
            "pending",
            "context",
            context(violation.clock()),
            "description",
            wording.timing()));
  }

  private ActionSpec trackingIssue() {
    return Runbook.step(
        "tracking-issue",
        "create_issue",
        Map.of(
            "title",
            wording.title(),
            "body",
            wording.message() + "\n\n" + Incident.trackingLine(violation.clock()),
            "labels",
            List.of("sla-violation")));
  }

  private static Workflow workflow(Level level, List<ActionSpec> steps) {
    return workflow(level, "", steps);
  }

  private static Workflow workflow(Level level, String channel, List<ActionSpec> steps) {
    return Runbook.of(
        "Escalation level %d %s".formatted(level.number(), channel.replace('_', ' ')),
        "What is done when a promise is broken at level %d, %s"
            .formatted(level.number(), level.name().toLowerCase(Locale.ROOT)),
        HIGHEST_PRIORITY,
        steps);
  }
}
