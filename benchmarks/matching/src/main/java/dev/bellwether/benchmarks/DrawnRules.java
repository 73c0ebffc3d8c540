package dev.bellwether.benchmarks;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.All;
import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Rules and events as teams write them, drawn with a seed: of 200 repositories, 20 branches, 50
/// labels and 100 people, two to four conditions a rule, two fifths of the rules for pull requests.
final class DrawnRules {
  static final TriggerType PULL_REQUEST = new TriggerType("pr_created");

  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final List<String> TRIGGERS =
      List.of(
          "pr_created",
          "issue_opened",
          "commit_pushed",
          "issue_comment",
          "build_started",
          "build_completed",
          "release_published");
  private static final double[] SHARES = {.40, .60, .75, .85, .90, .95, 1};
  private static final List<String> PREFIXES =
      List.of("Fix: ", "feat: ", "chore: ", "docs: ", "Bump ");

  private DrawnRules() {}

  /// Draws rules of which more match the more there are.
  static List<Workflow> growing(int count) {
    var random = new Random(42);
    var rules = new ArrayList<Workflow>();
    for (int i = 0; i < count; i++) {
      rules.add(rule(i, random));
    }
    return rules;
  }

  /// Makes rules of which ten match the first event, however many there are.
  static List<Workflow> fixed(int count) {
    var rules = new ArrayList<Workflow>();
    for (int i = 0; i < count; i++) {
      var repository = repository(i < 10 ? 0 : i);
      rules.add(
          workflow(
              i,
              "pr_created",
              List.of(
                  leaf("repository", Operator.EQ, repository),
                  leaf("files_changed", Operator.LT, 200),
                  leaf("draft", Operator.EQ, false))));
    }
    return rules;
  }

  /// Draws pull requests; the first is of the first repository.
  static List<Event> events() {
    var random = new Random(7);
    var events = new ArrayList<Event>();
    for (int i = 0; i < 64; i++) {
      events.add(event(i, random));
    }
    return events;
  }

  private static Workflow rule(int number, Random random) {
    var drawn = random.nextDouble();
    var kind = 0;
    while (drawn >= SHARES[kind]) {
      kind++;
    }
    var leaves = new ArrayList<Condition>();
    if (random.nextDouble() < .70) {
      leaves.add(leaf("repository", Operator.EQ, repository(random.nextInt(200))));
    }
    if (random.nextDouble() < .50) {
      leaves.add(leaf("base_branch", Operator.EQ, branch(random.nextInt(20))));
    }
    if (random.nextDouble() < .35) {
      leaves.add(leaf("labels", Operator.CONTAINS, label(random.nextInt(50))));
    }
    if (random.nextDouble() < .50) {
      leaves.add(leaf("files_changed", Operator.LT, 1 + random.nextInt(200)));
    }
    if (random.nextDouble() < .25) {
      leaves.add(title(random));
    }
    if (random.nextDouble() < .25) {
      leaves.add(leaf("author", Operator.EQ, person(random.nextInt(100))));
    }
    if (random.nextDouble() < .10) {
      leaves.add(leaf("draft", Operator.EQ, false));
    }
    while (leaves.size() < 2) {
      leaves.add(leaf("base_branch", Operator.EQ, branch(random.nextInt(20))));
    }
    return workflow(number, TRIGGERS.get(kind), leaves.subList(0, Math.min(4, leaves.size())));
  }

  private static Condition title(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> leaf("title", Operator.STARTS_WITH, PREFIXES.get(random.nextInt(5)));
      case 1 -> leaf("title", Operator.CONTAINS, word(random.nextInt(60)));
      default -> leaf("title", Operator.ENDS_WITH, word(random.nextInt(60)));
    };
  }

  private static Event event(int number, Random random) {
    var isFirst = number == 0;
    var facts = new LinkedHashMap<String, Object>();
    facts.put("repository", repository(isFirst ? 0 : random.nextInt(200)));
    facts.put("base_branch", branch(isFirst ? 0 : random.nextInt(20)));
    facts.put("files_changed", 1 + random.nextInt(150));
    facts.put(
        "title",
        PREFIXES.get(random.nextInt(5))
            + "change "
            + word(random.nextInt(60))
            + " and "
            + word(random.nextInt(60)));
    facts.put("author", person(random.nextInt(100)));
    facts.put("draft", false);
    var labels = new ArrayList<String>();
    for (int l = random.nextInt(4); l > 0; l--) {
      labels.add(label(random.nextInt(50)));
    }
    facts.put("labels", labels);
    var subject = new Subject(SubjectKind.PR, "octo/hello", String.valueOf(number + 1));
    return new Event("pull_request.opened", Set.of(PULL_REQUEST), subject, new Facts(facts), AT);
  }

  private static Workflow workflow(int number, String trigger, List<? extends Condition> leaves) {
    return Workflow.of(
        new WorkflowId("r-" + number),
        "Rule " + number,
        List.of(Trigger.of(new TriggerType(trigger))),
        new All(List.copyOf(leaves)),
        new Plan(List.of(), List.of()));
  }

  private static Leaf leaf(String field, Operator operator, Object value) {
    return new Leaf(field, operator, new Operand.Literal(value));
  }

  private static String repository(int number) {
    return "org" + number % 20 + "/service-" + number;
  }

  private static String branch(int number) {
    return number < 3 ? List.of("master", "main", "develop").get(number) : "release/" + number;
  }

  private static String label(int number) {
    return "area/" + number;
  }

  private static String person(int number) {
    return "dev" + number;
  }

  private static String word(int number) {
    return "module" + number;
  }
}
