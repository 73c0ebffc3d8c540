package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.INTEGER;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.escalation.Notice.Alert;
import dev.bellwether.domain.execution.Failure;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.Notifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Tells people by one or more channels, each at least once.
///
/// One channel's failure keeps no other from being told, and is known once none waits for its turn
/// any more; the step's result lists under `told` those that were, and the next attempt leaves them
/// out.
public final class SendNotification implements Action {
  private static final String TOLD = "told";

  private final Map<String, Notifier> notifiers = new LinkedHashMap<>();
  private final ActionSignature signature;

  /// Tells by these; their channels are the ones a definition may name.
  public SendNotification(Collection<Notifier> notifiers) {
    notifiers.forEach(notifier -> this.notifiers.put(notifier.channel(), notifier));
    this.signature = declared(this.notifiers.keySet().toArray(String[]::new));
  }

  private static ActionSignature declared(String... channels) {
    return new ActionSignature(
            "send_notification",
            "Tells people by one or more channels.",
            Repeat.ASK_FIRST,
            List.of(
                optional("channels", TEXTS, "the channels to tell by").oneOf(channels),
                optional("channel", TEXT, "the channel to tell by, where it is one")
                    .oneOf(channels),
                required("message", TEXT, "what happened and what to do, in plain text"),
                optional("title", TEXT, "one line; the workflow's name when left out"),
                optional("alert_key", TEXT, "which alert it is about, where a channel keeps some"),
                optional("alert_action", TEXT, "what it does to that; trigger when left out")
                    .oneOf("trigger", "acknowledge", "resolve"),
                optional("level", INTEGER, "how urgent it is: 0 for information, 3 for critical")
                    .oneOf("0", "1", "2", "3")))
        .needingEitherOf("channels", "channel");
  }

  @Override
  public ActionSignature signature() {
    return signature;
  }

  @Override
  public Outcome perform(Call call) {
    var notice = notice(call);
    var told = new LinkedHashSet<>(told(call));
    var failures = new LinkedHashMap<String, Failure>();
    var pending = new ArrayList<Outcome.Pending>();
    var channels = Stream.concat(call.texts("channel").stream(), call.texts("channels").stream());
    channels
        .distinct()
        .filter(channel -> !told.contains(channel))
        .forEach(
            channel -> {
              switch (deliver(channel, notice)) {
                case Outcome.Done done -> told.add(channel);
                case Outcome.Failed failed -> failures.put(channel, failed.failure());
                case Outcome.Pending later -> pending.add(later);
              }
            });
    var progress = Map.<String, Object>of(TOLD, List.copyOf(told));
    var last = pending.stream().max(Comparator.comparing(Outcome.Pending::delay));
    if (last.isPresent()) {
      return new Outcome.Pending(last.get().delay(), last.get().reason(), progress);
    }
    return failures.isEmpty()
        ? new Outcome.Done(progress)
        : new Outcome.Failed(summed(failures), progress);
  }

  private Outcome deliver(String channel, Notice notice) {
    var notifier = notifiers.get(channel);
    if (notifier == null) {
      return Outcome.failedForGood("no such channel");
    }
    try {
      return notifier.deliver(notice);
    } catch (RuntimeException broken) {
      return Outcome.failedForNow("it broke: " + broken.getClass().getSimpleName());
    }
  }

  private static Notice notice(Call call) {
    return new Notice(
        call.key(),
        call.subject(),
        call.conversation(),
        call.text("level").map(Integer::parseInt).orElse(0),
        call.text("title").orElse(call.execution().workflow().name()),
        call.required("message"),
        alert(call));
  }

  private static @Nullable Alert alert(Call call) {
    var action = call.text("alert_action").orElse("trigger").toUpperCase(Locale.ROOT);
    return call.text("alert_key")
        .map(key -> new Alert(key, Notice.Action.valueOf(action), call.begunAt()))
        .orElse(null);
  }

  private static Collection<String> told(Call call) {
    return call.step().result().get(TOLD) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /// Passing while any of them is: the others are told what is wrong with them all the same.
  private static Failure summed(Map<String, Failure> failures) {
    var reasons = new ArrayList<String>();
    failures.forEach((channel, failure) -> reasons.add(channel + ": " + failure.reason()));
    var reason = String.join("; ", reasons);
    var passing =
        failures.values().stream()
            .filter(Failure.Transient.class::isInstance)
            .map(Failure.Transient.class::cast)
            .toList();
    return passing.isEmpty()
        ? new Failure.Permanent(reason)
        : new Failure.Transient(
            reason,
            passing.stream()
                .flatMap(failure -> failure.askedWait().stream())
                .max(Comparator.naturalOrder())
                .orElse(null));
  }
}
