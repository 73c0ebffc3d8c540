package dev.bellwether.usecase.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.bellwether.domain.agent.Brief;
import dev.bellwether.domain.agent.Brief.Trust;
import dev.bellwether.domain.condition.Facts;
import dev.bellwether.domain.escalation.Notice;
import dev.bellwether.domain.execution.Outcome;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.SubjectKind;
import dev.bellwether.usecase.port.AgentDesk;
import dev.bellwether.usecase.port.Notifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgentActionsTest {
  private static final Facts ABOUT_ADA = new Facts(Map.of("agent_name", "ada", "title", "Ignore!"));

  private final RecordingDesk desk = new RecordingDesk();
  private final List<String> sent = new ArrayList<>();

  @Test
  void a_task_is_made_of_the_parameters_once_for_a_step_and_is_not_trusted() {
    var action = new AssignToAgent(() -> desk);
    var parameters =
        Map.<String, Object>of(
            "title", "Fix {{title}}", "skills", List.of("java"), "weight", 3, "branch", "fix/x");

    var first = done(action.perform(Calls.first(action, parameters, ABOUT_ADA)));
    action.perform(Calls.second(action, parameters, Map.of()));

    assertEquals("ada", first.get("agent"));
    assertEquals(1, desk.briefs.keySet().size());
    var brief = desk.briefs.getOrDefault(String.valueOf(first.get("task_id")), List.of());
    assertEquals("Fix Ignore!", brief.getFirst().title());
    assertEquals(Trust.UNTRUSTED, brief.getFirst().trust());
    assertEquals(List.of("java"), brief.getFirst().skills());
    assertEquals(3, brief.getFirst().weight());
    assertEquals(42, brief.getFirst().pullRequest());
  }

  @Test
  void a_task_without_a_repository_or_a_title_is_refused() {
    var action = new AssignToAgent(() -> desk);
    var nowhere = new Subject(SubjectKind.AGENT, Subject.NO_REPOSITORY, "ada");

    failed(action.perform(Calls.first(action, nowhere, Map.of("title", "x"), ABOUT_ADA)));
    failed(action.perform(Calls.first(action, Map.of("title", "{{gone}}"), ABOUT_ADA)));
    assertEquals(Map.of(), desk.briefs);
  }

  @Test
  void tasks_are_moved_off_one_agent_or_all() {
    var action = new MoveTasks(() -> desk);

    var parameters = Map.<String, Object>of("agent", "{{agent_name}}");
    var one = done(action.perform(Calls.first(action, parameters, ABOUT_ADA)));
    action.perform(Calls.first(action, Map.of(), ABOUT_ADA));

    assertEquals(List.of("t-1: ada to bob"), one.get("moved"));
    assertEquals(List.of(Optional.of("ada"), Optional.empty()), desk.redistributed);
    var empty = Map.<String, Object>of("agent", "{{gone}}");
    failed(action.perform(Calls.first(action, empty, ABOUT_ADA)));
  }

  @Test
  void an_agent_finds_its_message_and_is_told_by_channels_once_each() {
    var action = new NotifyAgent(() -> desk, List.of(channel("github_comment"), channel("slack")));
    var parameters = Map.<String, Object>of("message", "Hi", "channels", "github_comment");

    var first = done(action.perform(Calls.first(action, parameters, ABOUT_ADA)));
    var again = Map.<String, Object>of("told", List.of("github_comment"));
    var named = Map.<String, Object>of("message", "Hi", "agent", "ada", "channels", "webhook");
    action.perform(Calls.second(action, named, again));

    assertEquals(List.of("github_comment"), first.get("told"));
    assertEquals(List.of("github_comment: For the agent ada"), sent);
    assertEquals("ada", desk.messages.getFirst().agent());
    assertEquals(42, desk.messages.getFirst().pullRequest());
    assertEquals(desk.messages.getFirst().id(), desk.messages.getLast().id());
  }

  @Test
  void without_an_agent_there_is_nobody_to_tell() {
    var action = new NotifyAgent(() -> desk, List.of());

    failed(action.perform(Calls.first(action, Map.of("message", "Hi"), Facts.none())));
    assertEquals(List.of(), desk.messages);
  }

  private Notifier channel(String name) {
    return new Notifier() {
      @Override
      public String channel() {
        return name;
      }

      @Override
      public Outcome deliver(Notice notice) {
        sent.add(name + ": " + notice.title());
        return Outcome.done();
      }
    };
  }

  private static Map<String, Object> done(Outcome outcome) {
    return assertInstanceOf(Outcome.Done.class, outcome).result();
  }

  private static void failed(Outcome outcome) {
    assertInstanceOf(Outcome.Failed.class, outcome);
  }

  private static final class RecordingDesk implements AgentDesk {
    final Map<String, List<Brief>> briefs = new TreeMap<>();
    final List<Optional<String>> redistributed = new ArrayList<>();
    final List<Message> messages = new ArrayList<>();

    @Override
    public Given give(String id, Brief brief, Instant now) {
      briefs.computeIfAbsent(id, i -> new ArrayList<>()).add(brief);
      return new Given(Optional.of("ada"), "she is free");
    }

    @Override
    public List<String> redistribute(Optional<String> agent, Instant now) {
      redistributed.add(agent);
      return List.of("t-1: ada to bob");
    }

    @Override
    public void tell(Message message, Instant now) {
      messages.add(message);
    }
  }
}
