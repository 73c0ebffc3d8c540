package dev.bellwether.adapter.json;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.About;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.ActionSpec.OnError;
import dev.bellwether.domain.workflow.Concurrency;
import dev.bellwether.domain.workflow.CronExpression;
import dev.bellwether.domain.workflow.CronExpression.Parsed;
import dev.bellwether.domain.workflow.Limits;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.RetryPolicy;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Stage;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.Timing;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerFilter;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Draws workflows that a definition can say, with every part of it, over [Definitions#SIGNATURES].
final class RandomWorkflows {
  private static final List<String> TRIGGERS = TriggerType.KNOWN.stream().sorted().toList();
  private static final List<String> WORDS =
      List.of(
          "main", "octo/*", "release/**", "ünïcode ✓", "a \"quoted\" \\ word", "{{title}}", "~/");

  private final RandomGenerator random;
  private int ids;

  private RandomWorkflows(RandomGenerator random) {
    this.random = random;
  }

  static Workflow draw(RandomGenerator random) {
    return new RandomWorkflows(random).workflow();
  }

  private Workflow workflow() {
    var triggers = triggers();
    var plan = plan();
    var scheduled = triggers.stream().anyMatch(t -> t.type().equals(TriggerType.SCHEDULE));
    return new Workflow(
        new WorkflowId("w-" + random.nextInt(1000)),
        random.nextInt(100),
        new About(word(), random.nextBoolean() ? "" : word(), words(), maybe(this::word)),
        constant(WorkflowState.class),
        triggers,
        scheduled ? schedule() : null,
        conditions(),
        plan,
        limits(plan));
  }

  private List<Trigger> triggers() {
    return many(1, 3, this::trigger).stream().distinct().toList();
  }

  private Trigger trigger() {
    var name = random.nextInt(5) == 0 ? "github.star.created" : pick(TRIGGERS);
    var sources = name.equals(DefinitionTriggers.WITH_SOURCES) ? words() : List.<String>of();
    return new Trigger(
        new TriggerType(name),
        random.nextBoolean()
            ? TriggerFilter.NONE
            : new TriggerFilter(words(), words(), words(), words(), sources),
        constant(Trigger.OwnEvents.class));
  }

  private Schedule schedule() {
    return new Schedule(
        timing(),
        constant(Schedule.Overlap.class),
        seconds(0, 86_400),
        maybe(() -> pick(SubjectKind.listed())),
        constant(Schedule.Firing.class),
        random.nextBoolean() ? Schedule.UNLIMITED : random.nextInt(1, 1001));
  }

  private Timing timing() {
    if (random.nextBoolean()) {
      var cron = "%d 9-17/2 * * mon-fri".formatted(random.nextInt(60));
      var zone = ZoneId.of(pick(List.of("Europe/Paris", "UTC", "America/New_York")));
      return new Timing.Cron(((Parsed.Good) CronExpression.parse(cron)).expression(), zone);
    }
    return new Timing.Every(Duration.ofMinutes(random.nextInt(1, 43_201)));
  }

  private Condition conditions() {
    return new Condition.All(many(0, 3, () -> condition(1)));
  }

  private Condition condition(int depth) {
    return switch (depth > 4 ? 0 : random.nextInt(6)) {
      case 3 -> new Condition.All(many(1, 3, () -> condition(depth + 1)));
      case 4 -> new Condition.Any(many(1, 3, () -> condition(depth + 1)));
      case 5 -> new Condition.Not(condition(depth + 1));
      default -> leaf();
    };
  }

  private Condition leaf() {
    return switch (random.nextInt(3)) {
      case 0 -> new Condition.Leaf("author", Operator.NE, new Operand.FromField("sender"));
      case 1 -> new Condition.Leaf("event.a.b-c", Operator.EQ, new Operand.Literal(scalar()));
      default -> example(constant(Operator.class));
    };
  }

  private static Condition example(Operator operator) {
    var list = Json.object();
    list.putArray("conditions").add(Json.read(operator.example()));
    return ((Condition.All) ConditionJson.readAll(list, "conditions")).parts().getFirst();
  }

  private Object scalar() {
    return pick(List.of("", "text", true, 5, -2.5, 3_000_000_000L, List.of(), Map.of("k", 1)));
  }

  private Plan plan() {
    return new Plan(many(1, 4, this::stage), many(0, 2, this::action));
  }

  private Stage stage() {
    return new Stage(many(1, random.nextBoolean() ? 1 : 3, this::action));
  }

  private ActionSpec action() {
    var urgent = random.nextBoolean();
    return new ActionSpec(
        "a" + ids++,
        urgent ? "tell" : "assign_reviewer",
        urgent
            ? Map.of("channels", List.of("slack"), "urgent", true, "facts", Map.of("at", scalar()))
            : Map.of("reviewer", word()),
        maybe(this::conditions),
        random.nextBoolean() ? Duration.ZERO : seconds(0, 100_000),
        maybe(() -> seconds(1, 100_000)),
        random.nextBoolean() ? RetryPolicy.standard() : retry(),
        constant(OnError.class));
  }

  private RetryPolicy retry() {
    var initial = seconds(0, 3600);
    return new RetryPolicy(
        random.nextInt(1, 21),
        initial,
        1 + random.nextInt(90) / 10.0,
        initial.plus(seconds(0, 3600)),
        constant(RetryPolicy.Jitter.class),
        maybe(() -> seconds(1, 100_000)),
        random.nextBoolean() ? Set.of() : Set.of("http_404", "timeout"));
  }

  private Limits limits(Plan plan) {
    return new Limits(
        maybe(() -> new Concurrency("{{repository}}", constant(Concurrency.Policy.class))),
        random.nextBoolean() ? Duration.ZERO : seconds(0, 100_000),
        random.nextInt(1, 11),
        plan.delays().plus(seconds(1, 100_000)));
  }

  /// Milliseconds, too: definitions may have fractions.
  private Duration seconds(int min, int bound) {
    return Duration.ofSeconds(random.nextInt(min, bound)).plusMillis(random.nextInt(1000));
  }

  private List<String> words() {
    return many(0, 3, this::word).stream().distinct().toList();
  }

  private String word() {
    return pick(WORDS);
  }

  private <T> List<T> many(int least, int most, Supplier<T> drawn) {
    return Stream.generate(drawn).limit(random.nextInt(least, most + 1)).toList();
  }

  private <T> @Nullable T maybe(Supplier<T> drawn) {
    return random.nextBoolean() ? drawn.get() : null;
  }

  private <T> T pick(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  private <E extends Enum<E>> E constant(Class<E> type) {
    return pick(List.of(type.getEnumConstants()));
  }
}
