package dev.bellwether.domain.escalation;

import dev.bellwether.domain.workflow.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something people are to be told, in plain text; each channel gives it its own form and escapes
/// it for where it goes.
///
/// @param key names the notice for good; channels that can, drop a second with the same key
/// @param subject what it is about
/// @param conversation where people talk about that: of a build, its pull request
/// @param level how urgent it is: 0 for information, 1 to 3 as [dev.bellwether.domain.sla.Level]
/// @param title one line
/// @param text what happened and what to do; may be empty
/// @param alert which alert it is about, where a channel keeps alerts; null for one of its own
public record Notice(
    String key,
    Subject subject,
    Subject conversation,
    int level,
    String title,
    String text,
    @Nullable Alert alert) {
  /// An alert, which notices come and go with.
  ///
  /// @param key names it for good
  /// @param since when the notice was to be told
  public record Alert(String key, Action action, Instant since) {}

  /// What a notice does to its alert, in PagerDuty's words.
  public enum Action {
    TRIGGER,
    ACKNOWLEDGE,
    RESOLVE
  }

  /// A notice about what is talked about where it is itself.
  public Notice(String key, Subject subject, int level, String title, String text) {
    this(key, subject, subject, level, title, text, null);
  }

  /// Says it in one line: the first of its text, which says more than its title.
  public String inOneLine() {
    return text.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse(title);
  }

  /// Cuts a text to at most so many characters, the last of them an ellipsis; no character that
  /// takes two places is cut in half.
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    var end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
