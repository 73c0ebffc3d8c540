package dev.bellwether.usecase;

import static dev.bellwether.usecase.SlaWorld.T0;
import static dev.bellwether.usecase.SlaWorld.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Event;
import dev.bellwether.domain.workflow.Plan;
import dev.bellwether.domain.workflow.Schedule;
import dev.bellwether.domain.workflow.Subject;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowId;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Happened;
import dev.bellwether.usecase.port.EdgeStore;
import dev.bellwether.usecase.port.EdgeStore.Edge;
import dev.bellwether.usecase.port.ScheduleStore;
import dev.bellwether.usecase.port.Slice;
import dev.bellwether.usecase.port.WorkflowStore.Saved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StartDueWorkflowsTest {
  private final SlaWorld world = new SlaWorld();

  @Test
  void a_build_that_runs_too_long_fires_once_while_it_does() {
    saved("slow-builds", Operator.GT, "build_duration", 600, WorkflowState.ACTIVE);
    world.take(Happened.buildRequested(T0));

    tick(300);
    assertEquals(List.of(), executions());
    tick(900);
    tick(1200);
    tick(1500);

    var only = executions();
    assertEquals(1, only.size());
    assertEquals(Given.aBuild(7001), only.getFirst().subject());
    assertEquals(900L, only.getFirst().facts().number("build_duration").orElseThrow());
    assertEquals("schedule:2026-11-25T09:10:00Z", only.getFirst().cause().id());
  }

  @Test
  void it_fires_again_when_its_conditions_were_false_in_between() {
    saved("wip", Operator.CONTAINS, "title", "build", WorkflowState.ACTIVE);
    world.take(Happened.opened(T0));
    tick(300);
    tick(600);
    assertEquals(1, executions().size());

    world.take(retitled("Something else", 700));
    tick(900);
    world.take(retitled("Fix the build after all", 1000));
    tick(1200);
    tick(1500);

    assertEquals(2, executions().size());
  }

  @Test
  void unknown_is_not_false() {
    saved("wip", Operator.CONTAINS, "title", "build", WorkflowState.ACTIVE);
    world.take(Happened.opened(T0));
    tick(300);

    world.take(retitled(null, 400));
    tick(600);
    world.take(Happened.pullRequest("edited", at(700)));
    tick(900);

    assertEquals(1, executions().size());
  }

  @Test
  void a_reviewed_pull_request_is_open_until_it_is_closed() {
    saved("wip", Operator.CONTAINS, "title", "build", WorkflowState.ACTIVE);
    world.take(Happened.opened(T0));
    world.take(Happened.reviewedBy("bob", at(10)));
    tick(300);
    assertEquals(1, executions().size());

    world.take(Happened.closed(at(400)));
    tick(600);

    assertEquals(1, executions().size());
    assertEquals(List.of(), world.edges.raised(saved("wip")));
  }

  @Test
  void one_that_names_no_subjects_facts_runs_at_every_tick_about_itself() {
    saved("digest", new Condition.All(List.of()), WorkflowState.ACTIVE);
    world.take(Happened.opened(T0));

    tick(300);
    tick(600);

    assertEquals(
        List.of("- workflow#digest", "- workflow#digest"),
        executions().stream().map(e -> e.subject().toString()).toList());
  }

  @Test
  void ticks_missed_in_an_outage_are_made_up_for_once() {
    saved("digest", new Condition.All(List.of()), WorkflowState.ACTIVE);

    tick(3600);
    tick(3601);

    assertEquals(1, executions().size());
  }

  @Test
  void a_shadow_workflow_starts_nothing() {
    saved("slow-builds", Operator.GT, "build_duration", 600, WorkflowState.SHADOW);
    world.take(Happened.buildRequested(T0));

    tick(900);

    assertEquals(List.of(), executions());
  }

  @Test
  void a_crash_anywhere_in_a_tick_neither_loses_nor_doubles() {
    for (int raises = 0; raises < 2; raises++) {
      var crashing = new SlaWorld();
      save(crashing, "slow-builds", slow(), WorkflowState.ACTIVE);
      crashing.take(Happened.buildRequested(T0));
      crashing.time.set(at(900));
      var edges = new CrashingEdges(crashing.edges, raises);
      var start = crashing.startDueWorkflows(crashing.workflows, crashing.openSubjects, edges);
      assertThrows(IllegalStateException.class, () -> start.at(at(900)));

      crashing.startDueWorkflows.at(at(905));
      crashing.startDueWorkflows.at(at(1200));

      assertEquals(
          1, crashing.executions.newest(at(1200), 10).size(), "edges remembered: " + raises);
    }
  }

  @Test
  void checkers_that_race_through_one_tick_start_one_execution() {
    var workflow = saved("slow-builds", Operator.GT, "build_duration", 600, WorkflowState.ACTIVE);
    world.take(Happened.buildRequested(T0));
    world.time.set(at(900));
    var due = world.workflows.due(at(900), 10);

    world.startDueWorkflows.at(at(900));
    world.edges.lower(workflow, Given.aBuild(7001));
    var late = world.startDueWorkflows(new LateSchedules(due), world.openSubjects, world.edges);
    late.at(at(901));

    assertEquals(1, executions().size());
  }

  @Test
  void one_workflows_failure_keeps_no_other_from_its_turn_and_is_told() {
    saved("a-broken", slow(), WorkflowState.ACTIVE);
    saved("b-digest", new Condition.All(List.of()), WorkflowState.ACTIVE);
    world.time.set(at(900));
    var start =
        world.startDueWorkflows(
            world.workflows,
            new OpenSubjects(
                (kinds, after, limit) -> {
                  throw new IllegalStateException("no table");
                },
                world.clocks),
            world.edges);

    assertThrows(IllegalStateException.class, () -> start.at(at(900)));

    assertEquals(
        List.of("b-digest"), executions().stream().map(StartDueWorkflowsTest::id).toList());
    assertEquals(
        List.of("a-broken"),
        world.workflows.due(at(900), 10).stream().map(d -> d.workflow().id().value()).toList());
  }

  @Test
  void an_open_subject_that_is_not_listed_stays_remembered() {
    var workflow = saved("slow-builds", Operator.GT, "build_duration", 600, WorkflowState.ACTIVE);
    world.take(Happened.buildRequested(T0));
    tick(900);
    var listingNothing =
        world.startDueWorkflows(
            world.workflows,
            new OpenSubjects(
                (kinds, after, limit) -> new Slice<>(List.of(), Optional.empty()), world.clocks),
            world.edges);

    listingNothing.at(at(1200));

    assertEquals(
        List.of(Given.aBuild(7001)),
        world.edges.raised(workflow).stream().map(Edge::subject).toList());
  }

  private void tick(long second) {
    world.time.set(at(second));
    world.startDueWorkflows.at(at(second));
  }

  private static Event retitled(@Nullable String title, long second) {
    var edited = Happened.pullRequest("edited", at(second));
    return new Event(
        edited.name(),
        edited.triggers(),
        edited.subject(),
        edited.facts().with("title", title),
        edited.occurredAt());
  }

  private List<Execution> executions() {
    return world.executions.newest(world.time.instant(), 100);
  }

  private static String id(Execution execution) {
    return execution.workflow().id().value();
  }

  private Workflow saved(String id) {
    return world.workflows.find(new WorkflowId(id)).orElseThrow();
  }

  private Workflow saved(
      String id, Operator operator, String field, Object value, WorkflowState state) {
    var leaf = new Condition.Leaf(field, operator, new Operand.Literal(value));
    return saved(id, new Condition.All(List.of(leaf)), state);
  }

  private Workflow saved(String id, Condition conditions, WorkflowState state) {
    return save(world, id, conditions, state);
  }

  private static Condition slow() {
    return new Condition.Leaf("build_duration", Operator.GT, new Operand.Literal(600));
  }

  private static Workflow save(
      SlaWorld world, String id, Condition conditions, WorkflowState state) {
    var workflow =
        Workflow.of(
                new WorkflowId(id),
                id,
                List.of(Trigger.of(TriggerType.SCHEDULE)),
                conditions,
                Plan.of(List.of(ActionSpec.of("step-1", "escalate_sla", Map.of("level", 1)))))
            .withSchedule(Schedule.every(Duration.ofMinutes(5)))
            .withState(state);
    return ((Saved.Stored) world.workflows.save(workflow)).workflow();
  }

  /// Dies at the first raise: before it is remembered, or right after.
  private record CrashingEdges(EdgeStore edges, int raises) implements EdgeStore {
    @Override
    public boolean raise(Workflow workflow, Edge edge) {
      if (raises > 0) {
        edges.raise(workflow, edge);
      }
      throw new IllegalStateException("crash");
    }

    @Override
    public List<Edge> raised(Workflow workflow) {
      return edges.raised(workflow);
    }

    @Override
    public void lower(Workflow workflow, Subject subject) {
      edges.lower(workflow, subject);
    }
  }

  /// What a slow checker still thinks is due.
  private record LateSchedules(List<Due> due) implements ScheduleStore {
    @Override
    public List<Due> due(Instant now, int limit) {
      return due;
    }

    @Override
    public boolean advance(Due one, Instant next) {
      return false;
    }
  }
}
