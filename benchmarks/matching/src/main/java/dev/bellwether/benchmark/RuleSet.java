package dev.bellwether.benchmark;

import static dev.bellwether.benchmark.Matching.leaf;

import dev.bellwether.domain.condition.Condition.Leaf;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Rules over GitHub's events as teams write them, drawn by seed: two to four conditions each, over
/// repository, base branch, label, files changed, title, author and draft. The same draws in the
/// same order as for the engines compared with, so that they are the same rules and events.
final class RuleSet {
  private static final int RULE_SEED = 42;
  private static final int EVENT_SEED = 7;
  private static final int EVENTS = 64;
  private static final int REPOSITORIES = 200;
  private static final int BRANCHES = 20;
  private static final int LABELS = 50;
  private static final int AUTHORS = 100;
  private static final int WORDS = 60;
  private static final int FEWEST_CONDITIONS = 2;
  private static final int MOST_CONDITIONS = 4;
  private static final List<String> KINDS =
      List.of("Fix: ", "feat: ", "chore: ", "docs: ", "Bump ");

  /// How many of all rules are for this event or one before it.
  private static final Map<Double, TriggerType> SHARES =
      new TreeMap<>(
          Map.of(
              0.40, new TriggerType("github.pull_request"),
              0.60, new TriggerType("github.issues"),
              0.75, new TriggerType("github.push"),
              0.85, new TriggerType("github.issue_comment"),
              0.90, new TriggerType("github.check_suite"),
              0.95, new TriggerType("github.workflow_run"),
              1.00, new TriggerType("github.release")));

  private final Random random;

  private RuleSet(int seed) {
    this.random = new Random(seed);
  }

  /// Draws rules.
  static List<Workflow> rules(int count) {
    var set = new RuleSet(RULE_SEED);
    return Stream.iterate(0, i -> i + 1).limit(count).map(set::rule).toList();
  }

  /// Draws events, all about pull requests; the first is GitHub's own example.
  static List<Event> events() {
    var set = new RuleSet(EVENT_SEED);
    return Stream.iterate(0, i -> i + 1).limit(EVENTS).map(set::event).toList();
  }

  private Workflow rule(int number) {
    var at = random.nextDouble();
    var trigger =
        SHARES.entrySet().stream().filter(share -> at < share.getKey()).findFirst().orElseThrow();
    var leaves = new ArrayList<Leaf>();
    if (random.nextDouble() < 0.70) {
      leaves.add(leaf("repository", Operator.EQ, repository(random.nextInt(REPOSITORIES))));
    }
    if (random.nextDouble() < 0.50) {
      leaves.add(baseBranch());
    }
    if (random.nextDouble() < 0.35) {
      leaves.add(leaf("labels", Operator.CONTAINS, label(random.nextInt(LABELS))));
    }
    if (random.nextDouble() < 0.50) {
      leaves.add(filesChanged());
    }
    if (random.nextDouble() < 0.25) {
      leaves.add(title());
    }
    if (random.nextDouble() < 0.25) {
      leaves.add(author());
    }
    if (random.nextDouble() < 0.10) {
      leaves.add(leaf("draft", Operator.EQ, false));
    }
    fill(leaves);
    var conditions = leaves.stream().limit(MOST_CONDITIONS).toList();
    return Matching.workflow(number, trigger.getValue(), conditions);
  }

  private void fill(List<Leaf> leaves) {
    while (leaves.size() < FEWEST_CONDITIONS) {
      Predicate<String> has = fact -> leaves.stream().anyMatch(l -> l.field().equals(fact));
      if (!has.test("base_branch")) {
        leaves.add(baseBranch());
      } else if (!has.test("files_changed")) {
        leaves.add(filesChanged());
      } else {
        leaves.add(author());
      }
    }
  }

  private Event event(int number) {
    var isFirst = number == 0;
    var repository = isFirst ? 0 : random.nextInt(REPOSITORIES);
    var branch = isFirst ? 0 : random.nextInt(BRANCHES);
    var files = isFirst ? 1 : 1 + random.nextInt(150);
    var title = isFirst ? "Update the README with new information." : eventTitle();
    var author = isFirst ? 0 : random.nextInt(AUTHORS);
    var labels = new ArrayList<String>();
    for (int left = isFirst ? 0 : random.nextInt(4); left > 0; left--) {
      labels.add(label(random.nextInt(LABELS)));
    }
    return Matching.event(
        new TriggerType("github.pull_request"),
        number + 1,
        Map.of(
            "repository",
            repository(repository),
            "base_branch",
            branch(branch),
            "labels",
            labels,
            "files_changed",
            files,
            "title",
            title,
            "author",
            author(author),
            "draft",
            false));
  }

  private Leaf baseBranch() {
    return leaf("base_branch", Operator.EQ, branch(random.nextInt(BRANCHES)));
  }

  private Leaf filesChanged() {
    return leaf("files_changed", Operator.LT, 1 + random.nextInt(200));
  }

  private Leaf author() {
    return leaf("author", Operator.EQ, author(random.nextInt(AUTHORS)));
  }

  private Leaf title() {
    return switch (random.nextInt(3)) {
      case 0 -> leaf("title", Operator.STARTS_WITH, KINDS.get(random.nextInt(KINDS.size())));
      case 1 -> leaf("title", Operator.CONTAINS, word(random.nextInt(WORDS)));
      default -> leaf("title", Operator.ENDS_WITH, word(random.nextInt(WORDS)));
    };
  }

  private String eventTitle() {
    var kind = KINDS.get(random.nextInt(KINDS.size()));
    var one = word(random.nextInt(WORDS));
    return kind + "change " + one + " and " + word(random.nextInt(WORDS));
  }

  private static String repository(int number) {
    return number == 0
        ? "Codertocat/Hello-World"
        : "org%d/service-%d".formatted(number % 20, number);
  }

  private static String branch(int number) {
    return switch (number) {
      case 0 -> "master";
      case 1 -> "main";
      case 2 -> "develop";
      default -> "release/%d.x".formatted(number);
    };
  }

  private static String label(int number) {
    return switch (number) {
      case 0 -> "bug";
      case 1 -> "enhancement";
      default -> "area/" + number;
    };
  }

  private static String author(int number) {
    return number == 0 ? "Codertocat" : "dev" + number;
  }

  private static String word(int number) {
    return number == 0 ? "README" : "module" + number;
  }
}
