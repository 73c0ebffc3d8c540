package dev.bellwether.local.sandbox;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Changes parts of an issue or a pull request; each says whether that was a change.
final class Edits {
  private Edits() {}

  static boolean title(Issue issue, Asked asked) {
    var title = asked.text("title").orElse(issue.title);
    var changed = !title.equals(issue.title);
    issue.title = title;
    return changed;
  }

  static boolean body(Issue issue, Asked asked) {
    var body = asked.text("body").orElse(issue.body);
    var changed = !body.equals(issue.body);
    issue.body = body;
    return changed;
  }

  /// Makes the labels these, where the body names any list.
  static boolean labels(Repository repository, Issue issue, Asked asked) {
    return asked.has("labels") && labels(repository, issue, asked.names("labels"));
  }

  static boolean labels(Repository repository, Issue issue, Collection<String> names) {
    names.forEach(Edits::requireLabel);
    names.forEach(repository::label);
    return replace(issue.labels, names);
  }

  static boolean assignees(Issue issue, Asked asked) {
    return asked.has("assignees") && replace(issue.assignees, asked.names("assignees"));
  }

  /// Sets the milestone, where the body names one by its number.
  static boolean milestone(Repository repository, Issue issue, Asked asked) {
    if (!asked.has("milestone")) {
      return false;
    }
    var number = asked.integer("milestone");
    if (number < 1 || number > repository.milestones.size()) {
      throw Refusal.validationFailed("Issue", "milestone", "invalid");
    }
    var changed = issue.milestone != number;
    issue.milestone = number;
    return changed;
  }

  /// Refuses what cannot be a label's name.
  static void requireLabel(String name) {
    if (name.isBlank() || name.length() > 50) {
      throw Refusal.validationFailed("Label", "name", "invalid");
    }
  }

  private static boolean replace(Set<String> old, Collection<String> names) {
    var changed = !new LinkedHashSet<>(names).equals(new LinkedHashSet<>(old));
    old.clear();
    old.addAll(names);
    return changed;
  }
}
