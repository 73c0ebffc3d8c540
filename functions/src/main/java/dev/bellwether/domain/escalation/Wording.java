package dev.bellwether.domain.escalation;

import dev.bellwether.domain.sla.Level;
import dev.bellwether.domain.sla.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Words a violation for people: templates over the violation's facts, so that what others wrote (a
/// title, a branch, a name) is escaped for where it goes.
final class Wording {
  /// An address that means nothing else in any markup.
  private static final Pattern PLAIN_URL = Pattern.compile("https?://[A-Za-z0-9._~/:%?=&-]+");

  private final Violation violation;
  private final List<String> onCall;

  Wording(Violation violation, List<String> onCall) {
    this.violation = violation;
    this.onCall = onCall;
  }

  /// Says in one line what is late.
  String title() {
    return what() + " is late";
  }

  /// Says how late, who it concerns and where to look.
  String message() {
    var lines = new ArrayList<String>();
    lines.add(what() + ": " + timing() + ".");
    lines.addAll(people());
    if (violation.level() == Level.CRITICAL) {
      lines.add(onCall.isEmpty() ? "Nobody is on call." : "On call: {{on_call}}.");
    }
    violation.facts().text("url").filter(PLAIN_URL.asMatchPredicate()).ifPresent(lines::add);
    return String.join("\n", lines);
  }

  /// Says how late.
  String timing() {
    return "%s so far, %s promised"
        .formatted(inWords(violation.elapsed()), inWords(violation.threshold()));
  }

  /// Says in one line that it is over.
  String endedTitle() {
    return what() + " is done";
  }

  /// Says how late it was in the end.
  String ended() {
    return what() + ": " + endedTiming() + ".";
  }

  /// Says how late it was.
  String endedTiming() {
    return "done after %s, %s promised"
        .formatted(inWords(violation.elapsed()), inWords(violation.threshold()));
  }

  private String what() {
    return switch (violation.clock().metric()) {
      case PR_REVIEW_TIME -> "Review of {{repository}}#" + violation.clock().subject().key();
      case BUILD_TIME -> "Build " + (has("build_name") ? "{{build_name}}" : "{{subject}}") + in();
      case TEST_EXECUTION, DEPLOYMENT_TIME, AGENT_RESPONSE, TASK_COMPLETION, ISSUE_RESOLUTION ->
          metricInWords() + " of {{subject}}" + in();
    };
  }

  private static String in() {
    return " in {{repository}}";
  }

  private List<String> people() {
    return switch (violation.clock().metric()) {
      case PR_REVIEW_TIME ->
          List.of((has("title") ? "\"{{title}}\"" : "A pull request") + by(), waitingFor());
      case BUILD_TIME -> List.of("Started" + by() + (has("branch") ? " on {{branch}}." : "."));
      case TEST_EXECUTION, DEPLOYMENT_TIME, AGENT_RESPONSE, TASK_COMPLETION, ISSUE_RESOLUTION ->
          List.of();
    };
  }

  private String by() {
    return has("author") ? " by {{author}}" : "";
  }

  private String waitingFor() {
    var users = !violation.facts().texts("reviewers").isEmpty();
    var teams = !violation.facts().texts("team_reviewers").isEmpty();
    if (!users && !teams) {
      return "Nobody has been asked to review it.";
    }
    var both = users && teams ? ", " : "";
    return "Waiting for "
        + (users ? "{{reviewers}}" : "")
        + both
        + (teams ? "{{team_reviewers}}" : "")
        + ".";
  }

  private boolean has(String fact) {
    return violation.facts().get(fact).isPresent();
  }

  private String metricInWords() {
    var words = violation.clock().metric().wireName().replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String inWords(Duration duration) {
    var hours = duration.toHours();
    var minutes = duration.toMinutesPart();
    var seconds = duration.toSecondsPart();
    if (hours > 0) {
      return "%d h %d min".formatted(hours, minutes);
    }
    if (minutes == 0) {
      return seconds + " s";
    }
    return seconds == 0 ? minutes + " min" : "%d min %d s".formatted(minutes, seconds);
  }
}
