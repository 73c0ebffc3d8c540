package dev.bellwether.adapter.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.workflow.About;
import dev.bellwether.domain.workflow.ActionSpec;
import dev.bellwether.domain.workflow.Concurrency;
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
import dev.bellwether.testing.Given;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkflowJsonTest {
  private static final Workflow WITH_EVERYTHING =
      new Workflow(
          new WorkflowId("with-everything"),
          7,
          new About("With everything", "All there is to write", List.of("ci"), "@octo/platform"),
          WorkflowState.SHADOW,
          List.of(
              Trigger.of(TriggerType.SCHEDULE),
              new Trigger(
                  new TriggerType("github.star.created"),
                  new TriggerFilter(
                      List.of("octo/*"),
                      List.of("main"),
                      List.of("src/**"),
                      List.of("bug"),
                      List.of("grafana")),
                  Trigger.OwnEvents.INCLUDED)),
          new Schedule(
              new Timing.Every(Duration.ofMinutes(90)),
              Schedule.Overlap.QUEUE,
              Duration.ofHours(2),
              SubjectKind.BUILD,
              Schedule.Firing.EVERY_TICK,
              30),
          new Condition.All(
              List.of(
                  leaf("labels", Operator.ANY_OF, new Operand.Literal(List.of("a", 1, 0.5))),
                  new Condition.Any(
                      List.of(
                          leaf("title", Operator.EXISTS, new Operand.Literal(null)),
                          leaf("author", Operator.EQ, new Operand.FromField("sender")))),
                  new Condition.Not(new Condition.All(List.of())))),
          new Plan(
              List.of(
                  Stage.of(
                      new ActionSpec(
                          "tell",
                          "send_notification",
                          Map.of("channels", List.of("slack"), "facts", Map.of("deep", true)),
                          new Condition.All(
                              List.of(leaf("draft", Operator.EQ, new Operand.Literal(false)))),
                          Duration.ofSeconds(90),
                          Duration.ofMinutes(5),
                          new RetryPolicy(
                              1,
                              Duration.ofMillis(1500),
                              1.5,
                              Duration.ofSeconds(9),
                              RetryPolicy.Jitter.NONE,
                              Duration.ofMinutes(2),
                              Set.of("http_404", "http_422")),
                          ActionSpec.OnError.CONTINUE)),
                  new Stage(
                      List.of(
                          ActionSpec.of("a", "comment", Map.of("body", "{{title}}")),
                          ActionSpec.of("b", "add_labels", Map.of("labels", "x"))))),
              List.of(ActionSpec.of("sorry", "comment", Map.of("body", "It failed")))),
          new Limits(
              new Concurrency("{{repository}}#{{number}}", Concurrency.Policy.CANCEL_PREVIOUS),
              Duration.ofMinutes(10),
              9,
              Duration.ofSeconds(30)));

  @Test
  void a_workflow_with_everything_reads_as_written() {
    assertEquals(WITH_EVERYTHING, again(WITH_EVERYTHING));
  }

  @Test
  void a_workflow_with_little_reads_as_written() {
    var little = Given.aWorkflow("little").withVersion(1);

    assertEquals(little, again(little));
  }

  @Test
  void a_lone_condition_is_read_as_the_list_it_is_written_as() {
    var alone = new Condition.Any(List.of());
    var json = Json.object();

    ConditionJson.putAll(json, "conditions", alone);

    assertEquals(new Condition.All(List.of(alone)), ConditionJson.readAll(json, "conditions"));
  }

  private static Condition leaf(String field, Operator operator, Operand operand) {
    return new Condition.Leaf(field, operator, operand);
  }

  private static Workflow again(Workflow workflow) {
    return WorkflowJson.read(Json.read(Json.write(WorkflowJson.write(workflow))));
  }
}
