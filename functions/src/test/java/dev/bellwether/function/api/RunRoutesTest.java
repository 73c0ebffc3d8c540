package dev.bellwether.function.api;

import static dev.bellwether.function.api.ApiClient.json;
import static dev.bellwether.testing.Given.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.bellwether.domain.condition.Condition;
import dev.bellwether.domain.condition.Condition.Operand;
import dev.bellwether.domain.condition.Operator;
import dev.bellwether.domain.execution.Execution;
import dev.bellwether.domain.sla.Observation;
import dev.bellwether.domain.sla.Policies;
import dev.bellwether.domain.workflow.Trigger;
import dev.bellwether.domain.workflow.TriggerType;
import dev.bellwether.domain.workflow.Workflow;
import dev.bellwether.domain.workflow.WorkflowState;
import dev.bellwether.testing.Given;
import dev.bellwether.testing.Happened;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRoutesTest {
  private static final String ABOUT_42 =
      """
      {"subject": "pr#42", "repository": "octo/hello", "inputs": {"why": "asked"},
       "facts": {"files_changed": 3}}
      """;

  private final ApiClient client = new ApiClient();

  @Test
  void a_workflow_runs_about_what_is_asked_for_whatever_its_triggers_are() {
    saved(leaf("files_changed", Operator.LT, 50), WorkflowState.ACTIVE);

    var answer = run(ABOUT_42, "k-1");

    assertEquals(202, answer.getStatusCode());
    assertEquals(only().id().value(), json(answer).required("execution_id").asText());
    assertEquals("/v1/executions/" + only().id(), answer.getHeaders().get("Location"));
    assertEquals(Given.aPullRequest(42), only().subject());
    assertEquals("manual", only().cause().event());
    assertEquals("manual:admin:k-1", only().cause().id());
    assertEquals(Optional.of(42L), only().facts().number("number"));
    assertEquals(1, client.queue.sent().size());
  }

  @Test
  void inputs_are_below_event() {
    saved(leaf("event.inputs.why", Operator.EQ, "asked"), WorkflowState.ACTIVE);

    assertEquals(202, run(ABOUT_42, "k-1").getStatusCode());
  }

  @Test
  void what_was_seen_of_a_subject_is_known_and_what_is_stated_goes_before_it() {
    client.clocks.create(
        Observation.of(Happened.opened(NOW), Policies.STANDARD)
            .orElseThrow()
            .opened(Policies.STANDARD));
    saved(leaf("title", Operator.EQ, "Fix the build"), WorkflowState.ACTIVE);

    run(ABOUT_42, "k-1");

    assertEquals(Optional.of("Fix the build"), only().facts().text("title"));
    assertEquals(Optional.of(3L), only().facts().number("files_changed"));
  }

  @Test
  void the_same_request_again_is_the_same_execution_and_another_is_another() {
    saved(new Condition.All(List.of()), WorkflowState.ACTIVE);

    var first = json(run("{}", "k-1"));

    assertEquals(first, json(run("{}", "k-1")));
    assertNotEquals(first, json(run("{}", "k-2")));
    assertEquals("- workflow#small-prs", only(2).subject().toString());
  }

  @Test
  void conditions_that_do_not_hold_are_explained() {
    saved(leaf("files_changed", Operator.GT, 50), WorkflowState.ACTIVE);

    var answer = run(ABOUT_42, "k-1");

    assertEquals(409, answer.getStatusCode());
    assertEquals("false", json(answer).at("/explanation/truth").asText());
    assertEquals(List.of(), client.executions.newest(NOW, 9));
  }

  @ParameterizedTest
  @CsvSource({"PAUSED, paused", "SHADOW, shadow"})
  void what_is_not_active_does_not_run(WorkflowState state, String said) {
    saved(new Condition.All(List.of()), state);

    var answer = run("{}", "k-1");

    assertEquals(409, answer.getStatusCode());
    assertEquals(true, json(answer).required("detail").asText().contains(said));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\": \"pr#42\"}                                  | /repository",
        "{\"repository\": \"octo/hello\"}                          | /subject",
        "{\"subject\": \"pr#x\", \"repository\": \"octo/hello\"}   | /subject",
        "{\"subject\": \"42\", \"repository\": \"octo/hello\"}     | /subject",
        "{\"subject\": \"pr#42\", \"repository\": \"hello\"}       | /repository",
        "{\"facts\": {\"event\": {}}}                              | /facts",
        "{\"input\": {}}                                           | /input",
        "[]                                                        | ''",
      })
  void what_is_not_understood_is_refused_with_its_pointer(String body, String pointer) {
    saved(new Condition.All(List.of()), WorkflowState.ACTIVE);

    var answer = run(body, "k-1");

    assertEquals(422, answer.getStatusCode());
    assertEquals(pointer, json(answer).at("/errors/0/pointer").asText());
  }

  @Test
  void nothing_runs_that_does_not_exist() {
    assertEquals(404, run("{}", "k-1").getStatusCode());
  }

  private APIGatewayV2HTTPResponse run(String body, String key) {
    return client.send("POST", "/v1/workflows/small-prs/run", body, "idempotency-key", key);
  }

  private Execution only() {
    return only(1);
  }

  private Execution only(int count) {
    var all = client.executions.newest(NOW, 9);
    assertEquals(count, all.size());
    return all.getFirst();
  }

  private void saved(Condition conditions, WorkflowState state) {
    var given = Given.aWorkflow("small-prs");
    var triggers = List.of(Trigger.of(new TriggerType("issue_opened")));
    client.workflows.save(
        Workflow.of(given.id(), given.name(), triggers, conditions, given.plan()).withState(state));
  }

  private static Condition leaf(String field, Operator operator, Object value) {
    return new Condition.Leaf(field, operator, new Operand.Literal(value));
  }
}
