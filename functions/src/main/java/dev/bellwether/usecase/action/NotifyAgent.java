package dev.bellwether.usecase.action;

import static dev.bellwether.domain.workflow.Parameter.Type.TEXT;
import static dev.bellwether.domain.workflow.Parameter.Type.TEXTS;
import static dev.bellwether.domain.workflow.Parameter.optional;
import static dev.bellwether.domain.workflow.Parameter.required;

import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.ActionSignature;
import dev.bellwether.domain.workflow.ActionSignature.Repeat;
import dev.bellwether.usecase.port.AgentDesk;
import dev.bellwether.usecase.port.AgentDesk.Message;
import dev.bellwether.usecase.port.Notifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Tells an agent something: always so that it finds the message when it asks for its messages, and
/// by a comment on its pull request or a signed webhook where these are named, too.
///
/// The message is one, however often the step is done; a comment or a webhook comes at least once.
public final class NotifyAgent implements Action {
  /// The channels that reach programs.
  private static final List<String> CHANNELS = List.of("github_comment", "webhook");

  private static final String TOLD = "told";

  private static final ActionSignature SIGNATURE =
      new ActionSignature(
          "notify_agent",
          "Tells an agent something, and waits for its answer as promised.",
          Repeat.ASK_FIRST,
          List.of(
              required("message", TEXT, "what to tell; untrusted to the agent"),
              optional("agent", TEXT, "whom to tell; the agent it is about when left out"),
              optional("channels", TEXTS, "how to tell it besides the messages it asks for")
                  .oneOf(CHANNELS.toArray(String[]::new))));

  private final Supplier<AgentDesk> desk;
  private final Map<String, Notifier> notifiers = new LinkedHashMap<>();

  /// Tells by these, of which the desk is asked for at each call.
  public NotifyAgent(Supplier<AgentDesk> desk, Collection<Notifier> notifiers) {
    this.desk = desk;
    notifiers.stream()
        .filter(notifier -> CHANNELS.contains(notifier.channel()))
        .forEach(notifier -> this.notifiers.put(notifier.channel(), notifier));
  }

  @Override
  public ActionSignature signature() {
    return SIGNATURE;
  }

  @Override
  public Outcome perform(Call call) {
    var agent = call.text("agent").or(() -> call.facts().text("agent_name")).map(String::strip);
    if (agent.filter(name -> !name.isEmpty()).isEmpty()) {
      return Outcome.failedForGood("It is not known which agent to tell: name it in agent");
    }
    var text = call.required("message");
    var number = AssignToAgent.pullRequest(call);
    desk.get()
        .tell(
            new Message(
                call.key(),
                agent.get(),
                call.subject().repository(),
                number == null ? 0 : number,
                text),
            call.now());
    return byChannels(call, agent.get(), text);
  }

  private Outcome byChannels(Call call, String agent, String text) {
    var told = new ArrayList<>(toldBefore(call));
    for (var channel : call.texts("channels")) {
      var notifier = notifiers.get(channel);
      if (notifier == null || told.contains(channel)) {
        continue;
      }
      switch (notifier.deliver(notice(call, agent, text))) {
        case Outcome.Done done -> told.add(channel);
        case Outcome.Failed failed -> {
          return new Outcome.Failed(failed.failure(), Map.of(TOLD, List.copyOf(told)));
        }
        case Outcome.Pending later -> {
          return new Outcome.Pending(
              later.delay(), later.reason(), Map.of(TOLD, List.copyOf(told)));
        }
      }
    }
    return new Outcome.Done(Map.of("agent", agent, TOLD, told));
  }

  private static Notice notice(Call call, String agent, String text) {
    var title = "For the agent " + agent;
    return new Notice(call.key(), call.subject(), call.conversation(), 0, title, text, null);
  }

  private static List<String> toldBefore(Call call) {
    return call.step().result().get(TOLD) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
